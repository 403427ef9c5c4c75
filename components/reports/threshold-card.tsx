import { Card } from "@/components/ui/card";
import { Meter } from "@/components/ui/meter";
import { type Regime, regimes } from "@/lib/directory/regime";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import type { Threshold } from "@/lib/reports/threshold";
import { thresholdRules } from "@/lib/reports/threshold-rules";
import { thresholdLines } from "@/lib/reports/threshold-words";
import type { CalendarDate } from "@/lib/shared/calendar-date";

interface ThresholdCardProps {
  /** Null: a type that has no threshold. */
  readonly threshold: Threshold | null;
  readonly regime: Regime;
  readonly locale: Locale;
  readonly today: CalendarDate;
}

/** Since when the school had to report, and whether it did so in time. */
export function ThresholdCard({ threshold, regime, locale, today }: ThresholdCardProps) {
  if (threshold === null) return null;
  const text = messages[locale].hours.threshold;
  const [main, ...rest] = thresholdLines(threshold, { text, locale, today, isFiled: true });
  const tone = threshold.daysLate > 0 ? "attention" : "brand";
  return (
    <Card title={{ id: "grens", text: text.title }}>
      <Meter id="grens-stand" value={threshold.amount} max={threshold.limit} label={main} tone={tone}>
        {rest.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p>
          {text.regime}: {regimes[regime].label[locale]}
        </p>
        <p>
          {text.legalBasis}: {thresholdRules[threshold.rule].legalBasis}
        </p>
      </Meter>
    </Card>
  );
}
