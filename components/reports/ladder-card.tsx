import { Card } from "@/components/ui/card";
import { Meter } from "@/components/ui/meter";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { type LadderStanding, ladderLines } from "@/lib/reports/late-ladder";

interface LadderCardProps {
  /** Null: not about late arrival. */
  readonly ladder: LadderStanding | null;
  readonly locale: Locale;
}

/** How often the student was late this school year, and what comes next. */
export function LadderCard({ ladder, locale }: LadderCardProps) {
  if (ladder === null) return null;
  const text = messages[locale].hours.ladder;
  const [main = "", ...rest] = ladderLines(ladder, text, locale);
  const top = ladder.next?.times ?? ladder.reached?.times ?? ladder.count;
  return (
    <Card title={{ id: "trap", text: text.title }}>
      <Meter
        id="trap-stand"
        value={ladder.count}
        max={top}
        label={main}
        tone={ladder.next === null ? "attention" : "brand"}
      >
        {rest.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Meter>
    </Card>
  );
}
