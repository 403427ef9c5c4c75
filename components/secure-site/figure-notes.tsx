import { useLocale } from "next-intl";
import { Details } from "@/components/ui/details";
import { SummaryList } from "@/components/ui/summary-list";
import { formatMoment, formatMonth, formatNumber } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import { measures } from "@/lib/statistics/measures";
import { firstDayOf } from "@/lib/statistics/period";
import { signsIn } from "@/lib/statistics/shown-text";
import type { Coverage, FigureView } from "@/lib/statistics/views";

/** What a reader must know of the figures above: what they count, until when, and what they leave out. */
export function FigureNotes({ view }: { readonly view: FigureView }) {
  const t = useTranslations("figures");
  const { selection, coverage } = view;
  return (
    <div className="grid gap-2 text-sm text-ink-soft">
      <SignNotes view={view} />
      {selection.about === "others" ? <p>{t("byFives")}</p> : null}
      {coverage === null ? null : <CoverageNote coverage={coverage} />}
      <ClosedNote view={view} />
      <StandOf countedAt={view.countedAt} />
      <Definitions view={view} />
    </div>
  );
}

/** What the signs in this table mean; only those that occur. */
export function SignNotes({ view: { table } }: { readonly view: FigureView }) {
  const t = useTranslations("figures");
  const signs = signsIn(table.cells);
  if (signs.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-soft">
      {signs.map((sign) => (
        <li key={sign}>{t(`signs.${sign}`)}</li>
      ))}
    </ul>
  );
}

/** Until where nothing changes any more, and what would be counted otherwise by now. */
function ClosedNote({ view: { closedMonths, corrections } }: { readonly view: FigureView }) {
  const [t, locale] = [useTranslations("figures"), useLocale()];
  const last = closedMonths.at(-1);
  if (last === undefined) return null;
  return (
    <>
      <p>{t("closedUntil", { month: formatMonth(firstDayOf(last), locale) })}</p>
      {corrections.map(({ month, before, after }) => (
        <p key={month}>
          {t("correction", {
            month: formatMonth(firstDayOf(month), locale),
            before: formatNumber(before, locale),
            after: formatNumber(after, locale),
          })}
        </p>
      ))}
    </>
  );
}

/** A school that reported nothing may have had nothing to report. */
export function CoverageNote({ coverage: { reporting, schools } }: { readonly coverage: Coverage }) {
  const [t, locale] = [useTranslations("figures"), useLocale()];
  const numbers = { reporting: formatNumber(reporting, locale), schools: formatNumber(schools, locale) };
  return <p className="text-sm text-ink-soft">{t("coverage", numbers)}</p>;
}

export function StandOf({ countedAt }: Pick<FigureView, "countedAt">) {
  const [t, locale] = [useTranslations("figures"), useLocale()];
  return <p>{countedAt === null ? t("notCounted") : t("countedAt", { moment: formatMoment(countedAt, locale) })}</p>;
}

export function Definitions({ view: { selection } }: { readonly view: FigureView }) {
  const [t, locale] = [useTranslations("figures"), useLocale()];
  return (
    <Details summary={t("definitions")}>
      <SummaryList
        look="lined"
        rows={selection.measures.map((code) => ({
          term: measures[code].label[locale],
          value: measures[code].definition[locale],
        }))}
      />
    </Details>
  );
}
