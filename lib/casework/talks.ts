import { addDays, type CalendarDate } from "@/lib/shared/calendar-date";
import { type Appointment, appointmentsIn, type RecordedTalk } from "@/lib/timeline/appointments";
import type { EventKind, TimelineEvent } from "@/lib/timeline/events";
import { type InterventionCode, interventionOf, isIntervention } from "./interventions";

/** A talk as it stands in somebody's calendar. */
export interface CalendarTalk extends Appointment {
  readonly intervention: InterventionCode;
}

export type PlannedTalk = Omit<CalendarTalk, "changes" | "isCancelled">;

type Talk = CalendarTalk & Pick<RecordedTalk, "isAgreed">;

type Timeline = readonly { readonly event: TimelineEvent }[];

/** The events that say what becomes of a talk. */
export const talkEvents: readonly EventKind[] = ["acted", "talk_moved", "talk_ended"];

/** Talks of which nobody recorded how they went, as they are planned now, the nearest first. */
export function standingTalks(timeline: Timeline): readonly Talk[] {
  return talksIn(timeline).filter(({ isCancelled }) => !isCancelled);
}

/** As they stand now, with those that were called off, and without those that were held; the nearest first. */
function talksIn(timeline: Timeline): readonly Talk[] {
  const standing = [...appointmentsIn(timeline).values()].flatMap(({ intervention, isHeld, ...talk }) =>
    isHeld || !isTalk(intervention) ? [] : [{ ...talk, intervention }],
  );
  return standing.toSorted((one, other) => (one.on < other.on ? -1 : 1));
}

/** What can be planned. */
function isTalk(intervention: string): intervention is InterventionCode {
  return isIntervention(intervention) && interventionOf(intervention).planned !== undefined;
}

/** Talks that lie ahead, the nearest first. */
export function plannedTalks(timeline: Timeline, today: CalendarDate): readonly PlannedTalk[] {
  return standingTalks(timeline).filter(({ on }) => on >= today);
}

/** Talks that lie ahead, also those that were called off, which are to be taken out of calendars; the nearest first. */
export function calendarTalks(timeline: Timeline, today: CalendarDate): readonly CalendarTalk[] {
  return talksIn(timeline).filter(({ on }) => on >= today);
}

/** Appointments whose day has come, and of which nobody recorded how they went; the oldest first. */
export function talksToTell(timeline: Timeline, today: CalendarDate): readonly PlannedTalk[] {
  return standingTalks(timeline).filter(({ isAgreed, on }) => isAgreed && on <= today);
}

const plannedDaysMost = 365;

/** So far ahead a talk can be planned. */
export function lastPlannedDay(today: CalendarDate): CalendarDate {
  return addDays(today, plannedDaysMost);
}

/** Where both sides get a talk for their own calendar. */
export function talkEntryPath(reference: string, eventId: string): string {
  return `/gesprek/agenda/${eventId}?${new URLSearchParams({ melding: reference })}`;
}
