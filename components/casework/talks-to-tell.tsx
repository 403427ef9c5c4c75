import { useLocale } from "next-intl";
import { endTalkAction } from "@/app/werkvoorraad/actions";
import { Card } from "@/components/ui/card";
import { interventions } from "@/lib/casework/interventions";
import { talkOutcomes, talkPresent } from "@/lib/casework/talk-outcomes";
import { type PlannedTalk, talksToTell } from "@/lib/casework/talks";
import { formatWeekday } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { Words } from "@/lib/i18n/words";
import { options } from "@/lib/reports/codes";
import type { ReportView } from "@/lib/reports/views";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import type { ActField } from "./act";
import { ActForm } from "./act-form";
import { type ActWords, actText } from "./act-text";
import { MoveTalk } from "./change-talk";

export interface TalkReport {
  readonly report: Pick<ReportView, "reference" | "version" | "timeline" | "allows">;
  readonly today: CalendarDate;
}

/** Appointments whose day has come: how they went is asked here, in two presses. */
export function TalksToTell({ report, today }: TalkReport) {
  const t = useTranslations("letters.talks");
  const talks = report.allows.record ? talksToTell(report.timeline, today) : [];
  if (talks.length === 0) return null;
  return (
    <Card title={{ id: "hoe-ging-het", text: t(talks.length === 1 ? "ask" : "askMany") }} edge="brand">
      <ul className="grid gap-6 print:hidden">
        {talks.map((talk) => (
          <li key={talk.eventId} className="grid gap-4">
            <HowItWent talk={talk} report={report} today={today} />
            <MoveTalk talk={talk} report={report} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function HowItWent({ talk, report, today }: TalkReport & { readonly talk: PlannedTalk }) {
  const [t, acts, locale] = [useTranslations("letters.talks"), useTranslations("inbox.acts"), useLocale()];
  const { intervention, on, eventId } = talk;
  const label = t("outcome", {
    what: interventions[intervention].office[locale],
    day: formatWeekday(on, today, locale),
  });
  return (
    <ActForm
      id={`gesprek-${eventId}`}
      action={endTalkAction}
      given={{ reference: report.reference, version: String(report.version), talk: eventId }}
      fields={[{ kind: "choice", name: "outcome", label, options: options(talkOutcomes, locale) }]}
      more={{ label: t("more"), fields: restFields(t, acts, locale) }}
      button={t("end")}
      text={actText(acts, locale)}
    />
  );
}

function restFields(t: Words<"letters.talks">, acts: ActWords, locale: Locale): readonly ActField[] {
  const optional = acts("optional");
  return [
    {
      kind: "select",
      name: "present",
      label: t("present"),
      prompt: t("noPresent"),
      options: options(talkPresent, locale),
    },
    { kind: "words", name: "words", label: t("words"), hint: acts("words.hint"), optional },
    { kind: "words", name: "note", label: acts("note.label"), hint: acts("note.hint"), optional },
  ];
}
