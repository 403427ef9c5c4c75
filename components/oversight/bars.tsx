import { useLocale } from "next-intl";
import { TextLink } from "@/components/ui/text-link";
import { formatNumber } from "@/lib/i18n/format";

interface Bar {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  /** Part of the count that needs attention. Absent: nothing is told apart. */
  readonly late?: number;
  /** The cases behind the number. */
  readonly href: string;
  /** The number in words, with what it is of: "12 open, 3 over de termijn". */
  readonly words: string;
}

const [width, height] = [240, 14];

/** Numbers beside each other, drawn on the server; each leads to the cases behind it. The words say the same. */
export function Bars({ label, bars }: { readonly label: string; readonly bars: readonly Bar[] }) {
  const locale = useLocale();
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const lengthOf = (count: number) => (width * count) / most;
  return (
    <ul aria-label={label} className="grid gap-2.5">
      {bars.map(({ key, label: name, count, late = 0, href, words }) => (
        <li
          key={key}
          className="grid gap-x-4 gap-y-1 sm:grid-cols-[minmax(0,14rem)_minmax(0,1fr)_4rem] sm:items-center"
        >
          {count === 0 ? <span>{name}</span> : <TextLink href={href}>{name}</TextLink>}
          <svg
            aria-hidden="true"
            viewBox={`0 0 ${width} ${height}`}
            preserveAspectRatio="none"
            className="h-3.5 w-full forced-colors:[&_rect]:fill-[CanvasText]"
          >
            <rect width={lengthOf(count)} height={height} rx="2" className="fill-brand" />
            {late === 0 ? null : <rect width={lengthOf(late)} height={height} rx="2" className="fill-danger" />}
          </svg>
          <span className="sm:text-right">
            <span aria-hidden="true">{formatNumber(count, locale)}</span>
            <span className="sr-only">{words}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
