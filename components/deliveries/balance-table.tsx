import { useLocale } from "next-intl";
import { classes as look } from "@/components/ui/classes";
import { TextLink } from "@/components/ui/text-link";
import type { BalanceLine } from "@/lib/deliveries/balance";
import type { Class } from "@/lib/deliveries/classes";
import { formatNumber } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";

interface BalanceTableProps {
  readonly caption: string;
  readonly lines: readonly BalanceLine[];
  /** The list of only these persons. */
  readonly hrefOf: (name: Class) => string;
}

/** A sum that one can check: each line leads to the persons behind it. */
export function BalanceTable({ caption, lines, hrefOf }: BalanceTableProps) {
  const [t, locale] = [useTranslations("deliveries.one"), useLocale()];
  return (
    <table className="w-full max-w-text border-collapse text-left">
      <caption className="sr-only">{caption}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t("what")}</th>
          <th scope="col">{t("count")}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ label, class: name, count }) => (
          <tr key={label.nl} className={look("border-b border-line last:border-b-0", name === null && "font-semibold")}>
            <th scope="row" className="py-1.5 pr-4 font-[inherit]">
              {name === null ? label[locale] : <TextLink href={hrefOf(name)}>{label[locale]}</TextLink>}
            </th>
            <td className="py-1.5 text-right tabular-nums">{formatNumber(count, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
