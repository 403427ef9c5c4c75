import { formatDay, formatWeekday } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/translator";
import { type CalendarDate, calendarDate } from "@/lib/shared/calendar-date";
import type { TimelineEvent } from "@/lib/timeline/events";
import { type InterventionCode, interventionOf, isIntervention } from "./interventions";

export interface PlannedTalk {
  readonly eventId: string;
  readonly intervention: InterventionCode;
  readonly on: CalendarDate;
  readonly time: string | null;
  readonly place: string | null;
}

/** Talks that lie ahead, the nearest first. */
export function plannedTalks(
  timeline: readonly { readonly event: TimelineEvent }[],
  today: CalendarDate,
): readonly PlannedTalk[] {
  return timeline
    .flatMap(({ event }) => (event.kind === "acted" && event.data.on >= today ? talkOf(event.id, event.data) : []))
    .toSorted((one, other) => (one.on < other.on ? -1 : 1));
}

type Acted = Extract<TimelineEvent, { kind: "acted" }>["data"];

function talkOf(eventId: string, { intervention, on, time, place }: Acted): readonly PlannedTalk[] {
  if (!isIntervention(intervention) || interventionOf(intervention).planned === undefined) return [];
  return [{ eventId, intervention, on: calendarDate.parse(on), time, place }];
}

export interface InvitationFacts {
  readonly talk: PlannedTalk;
  readonly today: CalendarDate;
  readonly reference: string;
  readonly studentName: string;
  /** Empty: the register gives none, or it is not for a letter. */
  readonly address: readonly string[];
  readonly office: { readonly name: string; readonly email: string; readonly phone: string | null };
  readonly officerName: string;
  readonly schoolName: string;
  /** Null: the usual text. */
  readonly text: string | null;
}

export interface InvitationLetter {
  readonly title: string;
  readonly sender: readonly string[];
  readonly addressee: readonly string[];
  readonly dateLine: string;
  readonly subject: string;
  /** When and where, by name. */
  readonly appointment: readonly (readonly [name: string, value: string])[];
  readonly paragraphs: readonly string[];
  readonly signature: readonly string[];
}

/** The letter that invites to a talk, in Dutch: it goes to parents, whatever language the officer works in. */
export function invitationLetter(facts: InvitationFacts, t: Translate): InvitationLetter {
  const { talk, office, officerName, studentName, today } = facts;
  const day = formatWeekday(talk.on, today, "nl");
  const place = placeOf(facts, t);
  const fill: Readonly<Record<string, string>> = {
    leerling: studentName,
    dag: day,
    tijd: talk.time ?? t("letters.invitation.noTime"),
    plaats: place,
    ambtenaar: officerName,
    kantoor: office.name,
  };
  const text = facts.text ?? t("letters.invitation.usual");
  const filled = text.replaceAll(/\[(\w+)\]/g, (mark, name: string) => fill[name] ?? mark);
  return {
    title: t("letters.invitation.title"),
    sender: [office.name, office.email, ...(office.phone === null ? [] : [office.phone])],
    addressee: [t("letters.invitation.to", { name: studentName }), ...facts.address],
    dateLine: formatDay(today, "nl"),
    subject: t("letters.invitation.subject", { reference: facts.reference }),
    appointment: [
      [t("letters.invitation.day"), day],
      ...(talk.time === null
        ? []
        : ([[t("letters.invitation.time"), t("letters.invitation.hour", { time: talk.time })]] as const)),
      [t("letters.invitation.place"), place],
    ],
    paragraphs: filled.split(/\n\s*\n/).map((paragraph) => paragraph.trim()),
    signature: [officerName, office.name],
  };
}

function placeOf({ talk, office, schoolName }: InvitationFacts, t: Translate): string {
  if (interventionOf(talk.intervention).place === "home") return t("letters.invitation.atHome");
  const house = talk.intervention === "talk_at_office" ? office.name : schoolName;
  return talk.place === null ? house : `${house}, ${talk.place}`;
}
