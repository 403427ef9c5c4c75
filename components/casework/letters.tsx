import { useLocale } from "next-intl";
import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import { casePath } from "@/lib/casework/inbox-address";
import { interventions } from "@/lib/casework/interventions";
import { type PlannedTalk, plannedTalks, talkEntryPath } from "@/lib/casework/talks";
import type { OfficeText } from "@/lib/casework/template-kinds";
import { sentWarnings } from "@/lib/casework/warning";
import { formatHour, formatWeekday } from "@/lib/i18n/format";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { ReportView } from "@/lib/reports/views";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import { CancelTalk, MoveTalk } from "./change-talk";

interface LettersProps {
  readonly report: Pick<ReportView, "reference" | "version" | "timeline" | "allows">;
  readonly texts: readonly OfficeText[];
  readonly today: CalendarDate;
}

/** Talks that lie ahead and warnings that were sent, each with its letter. */
export function Letters({ report, texts, today }: LettersProps) {
  const [t, locale] = [useTranslations("letters.planned"), useLocale()];
  const talks = plannedTalks(report.timeline, today);
  if (report.allows.callOff) return <StandingTalks report={report} talks={talks} today={today} />;
  const warnings = sentWarnings(report.timeline);
  if (talks.length + warnings.length === 0 || !report.allows.record) return null;
  return (
    <Card title={{ id: "gepland", text: talks.length === 0 ? t("letters") : t("title") }}>
      <ul className="grid gap-4">
        {talks.map((talk) => (
          <li key={talk.eventId} className="grid gap-2.5">
            <When talk={talk} reference={report.reference} today={today} />
            <LetterForm kind="invitation" reference={report.reference} eventId={talk.eventId} texts={texts} />
            {talk.on > today ? (
              <>
                <MoveTalk talk={talk} report={report} />
                <CancelTalk talk={talk} report={report} />
              </>
            ) : null}
          </li>
        ))}
        {warnings.map(({ eventId, on }) => (
          <li key={eventId} className="grid gap-2.5">
            <p>
              {t("on", { what: interventions.warning_letter.office[locale], day: formatWeekday(on, today, locale) })}
            </p>
            <LetterForm kind="warning" reference={report.reference} eventId={eventId} texts={texts} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

interface StandingProps extends Pick<LettersProps, "report" | "today"> {
  readonly talks: readonly PlannedTalk[];
}

/** Talks that lie ahead of a report that is over: they stay in the calendars until somebody calls them off. */
function StandingTalks({ report, talks, today }: StandingProps) {
  const t = useTranslations("letters.standing");
  if (talks.length === 0) return null;
  return (
    <Card title={{ id: "gepland", text: t("title", { count: talks.length }) }} edge="brand">
      <p>{t("lead")}</p>
      <ul className="grid gap-4">
        {talks.map((talk) => (
          <li key={talk.eventId} className="grid gap-2.5">
            <When talk={talk} reference={report.reference} today={today} />
            <CancelTalk talk={talk} report={report} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

interface WhenProps {
  readonly talk: PlannedTalk;
  readonly reference: string;
  readonly today: CalendarDate;
}

function When({ talk, reference, today }: WhenProps) {
  const words = useTranslations("conversation.talks");
  const [t, locale] = [useTranslations("letters.planned"), useLocale()];
  const what = interventions[talk.intervention].office[locale];
  const day = formatWeekday(talk.on, today, locale);
  return (
    <p>
      {talk.time === null ? t("on", { what, day }) : t("at", { what, day, time: formatHour(talk.time, locale) })}
      {talk.place === null ? null : `, ${talk.place}`}
      <span className="block text-sm print:hidden">
        <TextLink href={talkEntryPath(reference, talk.eventId)} download={true}>
          {words("calendar")}
        </TextLink>
      </span>
    </p>
  );
}

const folders = { invitation: "uitnodiging", warning: "waarschuwing" } as const;

interface LetterFormProps {
  readonly kind: keyof typeof folders;
  readonly reference: string;
  readonly eventId: string;
  readonly texts: readonly OfficeText[];
}

function LetterForm({ kind, reference, eventId, texts }: LetterFormProps) {
  const t = useTranslations("letters.planned");
  const usable = texts.filter((text) => text.kind === kind);
  return (
    <form action={`${casePath(reference)}/${folders[kind]}/${eventId}`} method="get" className="grid gap-2.5">
      {usable.length === 0 ? null : (
        <SelectField
          id={`sjabloon-${eventId}`}
          name="sjabloon"
          label={t("text")}
          prompt={t("usual")}
          options={usable.map(({ id, name }) => ({ value: id, label: name }))}
          width="full"
        />
      )}
      <div>
        <SubmitButton look="secondary">{t(`button.${kind}`)}</SubmitButton>
      </div>
    </form>
  );
}
