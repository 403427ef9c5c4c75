import { useLocale } from "next-intl";
import { HeatTable } from "@/components/reports/heat-table";
import { caseWeeks } from "@/components/reports/heat-weeks";
import { HoursHeat } from "@/components/reports/hours-heat";
import { Card } from "@/components/ui/card";
import type { CaseDay } from "@/lib/casework/case";
import { translatorFor } from "@/lib/i18n/translator";
import type { ReportView } from "@/lib/reports/views";

interface CaseHeatProps {
  readonly report: Pick<ReportView, "days" | "hoursTotal">;
  /** Of all reports of the student at this office. */
  readonly days: readonly CaseDay[];
}

/** The missed hours of all reports as one growing case; of the report alone where it stands alone. */
export function CaseHeat({ report, days }: CaseHeatProps) {
  const locale = useLocale();
  const t = translatorFor(locale);
  if (days.every(({ isOwn }) => isOwn)) return <HoursHeat report={report} t={t} locale={locale} />;
  const { weekCount, weeks } = caseWeeks(days);
  const total = weeks.at(-1)?.total ?? 0;
  const words = { label: t("inbox.case.heat.label"), week: t("reports.page.heatWeek") };
  return (
    <Card title={{ id: "uren", text: t("inbox.case.heat.title", { hours: total, weeks: weekCount }) }}>
      <p className="text-sm text-ink-soft">{t("inbox.case.heat.lead")}</p>
      <HeatTable words={words} weeks={weeks} totals={{ header: t("inbox.case.heat.total"), weeks }} locale={locale} />
    </Card>
  );
}
