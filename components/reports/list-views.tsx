import { classes } from "@/components/ui/classes";
import { TextLink } from "@/components/ui/text-link";

interface ListViewsProps {
  readonly label: string;
  readonly views: readonly {
    readonly href: string;
    readonly name: string;
    readonly count: string;
    readonly isCurrent: boolean;
  }[];
}

/** Which part of the list is shown, each with how many there are. */
export function ListViews({ label, views }: ListViewsProps) {
  return (
    <nav aria-label={label} className="print:hidden">
      <ul className="flex flex-wrap gap-1 border-b border-line">
        {views.map(({ href, name, count, isCurrent }) => (
          <li key={href}>
            <TextLink
              href={href}
              aria-current={isCurrent ? "page" : undefined}
              className={classes(
                "-mb-px flex min-h-11 items-center gap-2 border-b-3 px-1.5 font-medium sm:px-3 no-underline",
                isCurrent ? "border-brand text-brand-strong" : "border-transparent text-ink-soft hover:text-ink",
              )}
            >
              {name}
              <span className="rounded-full bg-sunken px-2 text-sm text-ink-soft">{count}</span>
            </TextLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
