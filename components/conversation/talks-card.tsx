import { useLocale } from "next-intl";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { interventions } from "@/lib/casework/interventions";
import { calendarTalks, talkEntryPath } from "@/lib/casework/talks";
import { formatHour, formatWeekday } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { ReportView } from "@/lib/reports/views";
import type { CalendarDate } from "@/lib/shared/calendar-date";

interface TalksCardProps {
  readonly report: Pick<ReportView, "reference" | "timeline">;
  readonly today: CalendarDate;
}

/** Talks that the office planned, each to be put in one's own calendar, or taken out of it. */
export function TalksCard({ report, today }: TalksCardProps) {
  const t = useTranslations("conversation.talks");
  const locale = useLocale();
  const talks = calendarTalks(report.timeline, today);
  if (talks.length === 0) return null;
  return (
    <Card title={{ id: "afspraken", text: t("title") }} edge="brand">
      <ul className="grid gap-3">
        {talks.map(({ eventId, intervention, on, time, place, isCancelled }) => (
          <li key={eventId} className="grid gap-1">
            <p>
              {t("when", {
                what: interventions[intervention].office[locale],
                day: formatWeekday(on, today, locale),
                hasTime: time === null ? "no" : "yes",
                time: time === null ? "" : formatHour(time, locale),
              })}
              {place === null ? null : `, ${place}`}
              {isCancelled ? `. ${t("cancelled")}` : null}
            </p>
            <p className="text-sm print:hidden">
              <TextLink href={talkEntryPath(report.reference, eventId)} download={true}>
                {isCancelled ? t("calendarOut") : t("calendar")}
              </TextLink>
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
