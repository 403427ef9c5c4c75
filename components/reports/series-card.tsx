import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { formatDay, formatNumber, formatSpan } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { type Translate, translatorFor } from "@/lib/i18n/translator";
import type { SeriesLine } from "@/lib/reports/series";
import { statuses } from "@/lib/timeline/statuses";

interface SeriesCardProps {
  /** Empty: the report stands alone. */
  readonly series: readonly SeriesLine[];
  /** The report of this page, which needs no link. */
  readonly reference: string;
  /** Where the other reports are for this reader. */
  readonly folder: "/meldingen" | "/werkvoorraad";
  readonly locale: Locale;
}

/** Reports that follow each other, as one growing case: each with what they come to until then. */
export function SeriesCard({ series, reference, folder, locale }: SeriesCardProps) {
  const last = series.at(-1);
  if (last === undefined) return null;
  const t = translatorFor(locale);
  return (
    <Card title={{ id: "reeks", text: t("hours.series.title", { count: series.length }) }}>
      <p className="text-sm text-ink-soft">{amountOf(last, t, locale)}</p>
      <ol className="grid">
        {series.map((line) => (
          <li
            key={line.reference}
            aria-current={line.reference === reference ? "true" : undefined}
            className="grid gap-0.5 border-t border-line py-2 text-sm first:border-t-0 last:pb-0"
          >
            <span className="flex flex-wrap justify-between gap-x-3">
              {line.reference === reference ? (
                <strong>{t("hours.series.this", { reference: line.reference })}</strong>
              ) : (
                <TextLink href={`${folder}/${line.reference}`} className="font-semibold">
                  {line.reference}
                </TextLink>
              )}
              <span className="text-ink-soft">{statuses[line.status].label[locale]}</span>
            </span>
            <span className="flex flex-wrap justify-between gap-x-3 text-ink-soft">
              <span>{spanOf(line, t, locale)}</span>
              <span>{runningOf(line, t, locale)}</span>
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function spanOf({ firstDay, lastDay }: SeriesLine, t: Translate, locale: Locale): string {
  return lastDay === null
    ? t("reports.check.since", { day: formatDay(firstDay, locale) })
    : formatSpan(firstDay, lastDay, locale);
}

function runningOf(line: SeriesLine, t: Translate, locale: Locale): string {
  if (line.hours === 0 && line.arrivalCount === 0) return "";
  const [own, total] = line.arrivalCount > 0 ? [line.arrivalCount, line.totalArrivals] : [line.hours, line.totalHours];
  return t("hours.series.running", { own: formatNumber(own, locale), total: formatNumber(total, locale) });
}

function amountOf({ totalHours, totalArrivals }: SeriesLine, t: Translate, locale: Locale): string {
  const parts = [
    totalHours > 0 ? t("hours.series.hours", { hours: formatNumber(totalHours, locale) }) : "",
    totalArrivals > 0 ? t("hours.series.arrivals", { count: totalArrivals }) : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? t("hours.series.none") : t("hours.series.together", { amount: parts.join(", ") });
}
