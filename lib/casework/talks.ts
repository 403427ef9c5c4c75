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

interface Talk extends PlannedTalk {
  /** Agreed beforehand; one that was recorded on its own day was held. */
  readonly isAppointment: boolean;
}

type Timeline = readonly { readonly event: TimelineEvent }[];

/** The events that say what becomes of a talk. */
export const talkEvents: readonly EventKind[] = ["acted", "talk_moved", "talk_ended"];

/** Talks of which nobody recorded how they went, as they are planned now, the nearest first. */
export function standingTalks(timeline: Timeline): readonly Talk[] {
  const talks = new Map<string, Talk>();
  for (const { event } of timeline) {
    if (event.kind === "talk_ended") talks.delete(event.data.talk);
    const talk = talkIn(event);
    if (talk !== null) talks.set(talk.eventId, talk);
  }
  return [...talks.values()].toSorted((one, other) => (one.on < other.on ? -1 : 1));
}

function talkIn(event: TimelineEvent): Talk | null {
  if (event.kind !== "acted" && event.kind !== "talk_moved") return null;
  const { intervention, time, place } = event.data;
  if (!isIntervention(intervention) || interventionOf(intervention).planned === undefined) return null;
  const on = calendarDate.parse(event.data.on);
  return event.kind === "acted"
    ? { eventId: event.id, intervention, on, time, place, isAppointment: on > dayOf(event.at) }
    : { eventId: event.data.talk, intervention, on, time, place, isAppointment: true };
}

/** Talks that lie ahead, the nearest first. */
export function plannedTalks(timeline: Timeline, today: CalendarDate): readonly PlannedTalk[] {
  return standingTalks(timeline).filter(({ on }) => on >= today);
}

/** A talk as it stands in somebody's calendar. */
export interface CalendarTalk extends PlannedTalk {
  /** How often it was moved or called off. */
  readonly changes: number;
  readonly isCancelled: boolean;
}

/** Talks that lie ahead, also those that were called off, which are to be taken out of calendars; the nearest first. */
export function calendarTalks(timeline: Timeline, today: CalendarDate): readonly CalendarTalk[] {
  const known = new Map<string, CalendarTalk>();
  for (const { event } of timeline) {
    const talk = event.kind === "talk_ended" ? calledOff(event, known) : talkIn(event);
    if (talk === null) continue;
    const before = known.get(talk.eventId);
    const changes = before === undefined ? 0 : before.changes + 1;
    known.set(talk.eventId, { ...talk, changes, isCancelled: event.kind === "talk_ended" });
  }
  return [...known.values()].filter(({ on }) => on >= today).toSorted((one, other) => (one.on < other.on ? -1 : 1));
}

/** Null: it was held, and is in nobody's way any more. */
function calledOff({ data }: Extract<TimelineEvent, { kind: "talk_ended" }>, known: Map<string, CalendarTalk>) {
  const talk = known.get(data.talk) ?? null;
  if (data.outcome === "cancelled") return talk;
  known.delete(data.talk);
  return null;
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
