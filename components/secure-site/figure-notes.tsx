import { useLocale } from "next-intl";
import { Details } from "@/components/ui/details";
import { SummaryList } from "@/components/ui/summary-list";
import { formatMoment, formatNumber } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { measures } from "@/lib/statistics/measures";
import { signsIn } from "@/lib/statistics/shown-text";
import type { FigureView } from "@/lib/statistics/views";

/** What a reader must know of the figures above: what they count, until when, and what they leave out. */
export function FigureNotes({ view }: { readonly view: FigureView }) {
  const [t, locale] = [useTranslations("figures"), useLocale()];
  const { selection, table, countedAt, coverage } = view;
  const signs = signsIn(table.cells);
  return (
    <div className="grid gap-2 text-sm text-ink-soft">
      {signs.length === 0 ? null : (
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          {signs.map((sign) => (
            <li key={sign}>{t(`signs.${sign}`)}</li>
          ))}
        </ul>
      )}
      {selection.about === "others" ? <p>{t("byFives")}</p> : null}
      {coverage === null ? null : (
        <p>
          {t("coverage", {
            reporting: formatNumber(coverage.reporting, locale),
            schools: formatNumber(coverage.schools, locale),
          })}
        </p>
      )}
      <p>{countedAt === null ? t("notCounted") : t("countedAt", { moment: formatMoment(countedAt, locale) })}</p>
      <Details summary={t("definitions")}>
        <SummaryList
          look="lined"
          rows={selection.measures.map((code) => ({
            term: measures[code].label[locale],
            value: measures[code].definition[locale],
          }))}
        />
      </Details>
    </div>
  );
}
