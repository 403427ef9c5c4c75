import { Notice } from "@/components/ui/notice";
import type { Locale } from "@/lib/i18n/locale";
import type { Translate } from "@/lib/i18n/translator";
import type { ReportView } from "@/lib/reports/views";
import { warningCodes, warningsOf } from "@/lib/reports/warnings";

interface ReportWarningsProps {
  readonly report: ReportView;
  readonly t: Translate;
  readonly locale: Locale;
}

/** What the school should know of its report; of an end that is missing the card beside it speaks. */
export function ReportWarnings({ report, t, locale }: ReportWarningsProps) {
  const found = warningsOf({
    type: report.type,
    regime: report.regime,
    firstDay: report.firstDay,
    lastDay: report.lastDay,
    // Holidays of a school were told when it filed; they are not asked for again.
    periods: [],
    texts: [report.reason, report.explanation, report.schoolActionsNote].map((text) => text ?? undefined),
  }).filter((code) => code !== "end-needed-later");
  if (found.length === 0) return null;
  return (
    <Notice tone="warning" title={t("reports.page.warnings")}>
      {found.map((code) => (
        <p key={code}>{warningCodes[code][locale]}</p>
      ))}
    </Notice>
  );
}
