import { Card } from "@/components/ui/card";
import type { PresenceHour } from "@/lib/casework/presence";
import type { Locale } from "@/lib/i18n/locale";
import { wordsIn } from "@/lib/i18n/words";
import { presenceTime } from "./presence-words";

interface PresenceCardProps {
  readonly hours: readonly PresenceHour[];
  /** Null: the report is with nobody in particular. */
  readonly officerId: string | null;
  readonly locale: Locale;
}

/** When the officer is at this school: a word there is sooner said than written. */
export function PresenceCard({ hours, officerId, locale }: PresenceCardProps) {
  if (hours.length === 0) return null;
  const [t, day] = [wordsIn(locale, "presence"), wordsIn(locale, "people.weekday")];
  return (
    <Card title={{ id: "op-school", text: t("atSchool") }}>
      <ul className="grid gap-2">
        {hours.map((hour) => (
          <li key={hour.id} className="grid wrap-anywhere">
            <span>{sentenceOf(hour)}</span>
            {hour.place === null ? null : <span className="text-sm text-ink-soft">{hour.place}</span>}
          </li>
        ))}
      </ul>
    </Card>
  );

  function sentenceOf(hour: PresenceHour): string {
    const when = presenceTime(hour, t, day);
    if (hour.officer === null) return t("somebody", { when });
    return hour.officer.id === officerId
      ? t("yours", { name: hour.officer.name, when })
      : t("other", { name: hour.officer.name, when });
  }
}
