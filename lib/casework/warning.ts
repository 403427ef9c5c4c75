import { formatDay, formatNumber, formatSpan } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/translator";
import { type CalendarDate, calendarDate } from "@/lib/shared/calendar-date";
import type { TimelineEvent } from "@/lib/timeline/events";
import { type OfficeLetter, officeLetter } from "./office-letter";

export interface SentWarning {
  readonly eventId: string;
  readonly on: CalendarDate;
}

/** Warnings that an officer recorded, the latest first. */
export function sentWarnings(timeline: readonly { readonly event: TimelineEvent }[]): readonly SentWarning[] {
  return timeline
    .flatMap(({ event }) =>
      event.kind === "acted" && event.data.intervention === "warning_letter"
        ? [{ eventId: event.id, on: calendarDate.parse(event.data.on) }]
        : [],
    )
    .toReversed();
}

export interface WarningFacts {
  readonly on: CalendarDate;
  readonly reference: string;
  readonly studentName: string;
  /** Empty: the register gives none, or it is not for a letter. */
  readonly address: readonly string[];
  readonly office: { readonly name: string; readonly email: string; readonly phone: string | null };
  readonly officerName: string;
  readonly schoolName: string;
  readonly firstDay: CalendarDate;
  /** Null: not back yet. */
  readonly lastDay: CalendarDate | null;
  readonly hours: number;
  readonly arrivalCount: number;
  /** Null: the usual text. */
  readonly text: string | null;
}

/** The letter that warns parents, in Dutch: what was missed, and what follows if it goes on. */
export function warningLetter(facts: WarningFacts, t: Translate): OfficeLetter {
  const { studentName, schoolName, officerName, office } = facts;
  const period = periodOf(facts, t);
  const amount = amountOf(facts, t);
  return officeLetter(
    {
      ...facts,
      title: t("letters.warning.title"),
      subject: t("letters.warning.subject", { reference: facts.reference }),
      on: facts.on,
      facts: [
        [t("letters.warning.school"), schoolName],
        [t("letters.warning.period"), period],
        ...(amount === "" ? [] : ([[t("letters.warning.amount"), amount]] as const)),
      ],
      text: facts.text ?? t("letters.warning.usual"),
      fill: {
        leerling: studentName,
        school: schoolName,
        periode: period,
        omvang: amount,
        ambtenaar: officerName,
        kantoor: office.name,
      },
    },
    t,
  );
}

function periodOf({ firstDay, lastDay }: WarningFacts, t: Translate): string {
  return lastDay === null
    ? t("letters.warning.since", { day: formatDay(firstDay, "nl") })
    : formatSpan(firstDay, lastDay, "nl");
}

function amountOf({ hours, arrivalCount }: WarningFacts, t: Translate): string {
  if (arrivalCount > 0) return t("letters.warning.times", { count: arrivalCount });
  return hours > 0 ? t("letters.warning.hours", { hours: formatNumber(hours, "nl") }) : "";
}
