import { addDays, type CalendarDate, calendarDate, dayOf } from "@/lib/shared/calendar-date";
import type { EventKind, TimelineEvent } from "@/lib/timeline/events";
import { type InterventionCode, interventionOf, isIntervention } from "./interventions";

export interface PlannedTalk {
  /** With which it was planned: it stays the same talk when it is moved. */
  readonly eventId: string;
  readonly intervention: InterventionCode;
  readonly on: CalendarDate;
  readonly time: string | null;
  readonly place: string | null;
}

/** A talk as it stands in somebody's calendar. */
export interface CalendarTalk extends PlannedTalk {
  /** How often it was moved or called off. */
  readonly changes: number;
  readonly isCancelled: boolean;
}

interface Talk extends CalendarTalk {
  /** Agreed beforehand; one that was recorded on its own day was held. */
  readonly isAppointment: boolean;
  /** It was recorded how it went. */
  readonly isHeld: boolean;
}

type Timeline = readonly { readonly event: TimelineEvent }[];

/** The events that say what becomes of a talk. */
export const talkEvents: readonly EventKind[] = ["acted", "talk_moved", "talk_ended"];

/** Talks of which nobody recorded how they went, as they are planned now, the nearest first. */
export function standingTalks(timeline: Timeline): readonly Talk[] {
  return talksIn(timeline).filter(({ isCancelled }) => !isCancelled);
}

/** As they stand now, with those that were called off, and without those that were held; the nearest first. */
function talksIn(timeline: Timeline): readonly Talk[] {
  const known = new Map<string, Talk>();
  for (const { event } of timeline) {
    const talk = event.kind === "talk_ended" ? endedBy(event, known) : talkIn(event);
    if (talk !== null) known.set(talk.eventId, { ...talk, changes: (known.get(talk.eventId)?.changes ?? -1) + 1 });
  }
  const standing = [...known.values()].filter(({ isHeld }) => !isHeld);
  return standing.toSorted((one, other) => (one.on < other.on ? -1 : 1));
}

function endedBy({ data }: Extract<TimelineEvent, { kind: "talk_ended" }>, known: ReadonlyMap<string, Talk>) {
  const talk = known.get(data.talk);
  const isCancelled = data.outcome === "cancelled";
  return talk === undefined ? null : { ...talk, isCancelled, isHeld: !isCancelled };
}

function talkIn(event: TimelineEvent): Omit<Talk, "changes"> | null {
  if (event.kind !== "acted" && event.kind !== "talk_moved") return null;
  const { intervention, time, place } = event.data;
  if (!isIntervention(intervention) || interventionOf(intervention).planned === undefined) return null;
  const planned = {
    intervention,
    on: calendarDate.parse(event.data.on),
    time,
    place,
    isCancelled: false,
    isHeld: false,
  };
  return event.kind === "acted"
    ? { ...planned, eventId: event.id, isAppointment: planned.on > dayOf(event.at) }
    : { ...planned, eventId: event.data.talk, isAppointment: true };
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
  return standingTalks(timeline).filter(({ isAppointment, on }) => isAppointment && on <= today);
}

const plannedDaysMost = 365;

/** So far ahead a talk can be planned. */
export function lastPlannedDay(today: CalendarDate): CalendarDate {
  return addDays(today, plannedDaysMost);
}
