import { Card } from "@/components/ui/card";
import type { Locale } from "@/lib/i18n/locale";
import type { Translate } from "@/lib/i18n/translator";
import type { ReportView } from "@/lib/reports/views";
import { HeatTable } from "./heat-table";
import { heatWeeks, weekCount } from "./heat-weeks";

interface HoursHeatProps {
  readonly report: Pick<ReportView, "days" | "hoursTotal">;
  readonly t: Translate;
  readonly locale: Locale;
}

/** The missed hours of one report. */
export function HoursHeat({ report: { days, hoursTotal }, t, locale }: HoursHeatProps) {
  const weeks = heatWeeks(days);
  if (weeks.length === 0) return null;
  const title = t("reports.page.heatTitle", { hours: hoursTotal, weeks: weekCount(weeks) });
  const words = { label: t("reports.page.heatLabel"), week: t("reports.page.heatWeek") };
  return (
    <Card title={{ id: "uren", text: title }}>
      <HeatTable words={words} weeks={weeks} locale={locale} />
    </Card>
  );
}
