import { type CalendarDate, calendarDate, dayOf } from "@/lib/shared/calendar-date";
import type { EventData, TimelineEvent } from "./events";

/** A talk as it was agreed. */
export interface Appointment {
  /** The event with which it was planned: it stays the same talk when it is moved. */
  readonly eventId: string;
  readonly on: CalendarDate;
  /** Null: no time was agreed. */
  readonly time: string | null;
  /** Null: no place was said, or not for this reader. */
  readonly place: string | null;
  readonly intervention: string;
  /** How often it was moved, and once more when it was called off. */
  readonly changes: number;
  readonly isCancelled: boolean;
}

export interface RecordedTalk extends Appointment {
  /** Agreed beforehand; what was recorded on its own day was done. */
  readonly isAgreed: boolean;
  readonly isHeld: boolean;
}

type Timeline = readonly { readonly event: TimelineEvent }[];

/** The nearest one that lies ahead. */
export function nextAppointment(timeline: Timeline, today: CalendarDate): Appointment | null {
  const ahead = [...appointmentsIn(timeline).values()].filter(
    ({ on, isAgreed, isHeld, isCancelled }) => on >= today && isAgreed && !(isHeld || isCancelled),
  );
  return ahead.toSorted((one, other) => (one.on < other.on ? -1 : 1))[0] ?? null;
}

/** The one that was planned, moved or called off with the last of these events; null: it is about no appointment. */
export function appointmentOf(timeline: Timeline): Appointment | null {
  const last = timeline.at(-1)?.event;
  if (last === undefined) return null;
  const appointment = appointmentsIn(timeline).get(talkOf(last) ?? "");
  return appointment === undefined || !appointment.isAgreed || appointment.isHeld ? null : appointment;
}

/** Whatever was recorded, by the event of its beginning, as it stands now. Only a talk can lie in the future. */
export function appointmentsIn(timeline: Timeline): ReadonlyMap<string, RecordedTalk> {
  const known = new Map<string, RecordedTalk>();
  for (const { event } of timeline) {
    const talk = talkOf(event);
    const after = talk === null ? null : afterEvent(event, known.get(talk));
    if (talk !== null && after !== null) known.set(talk, after);
  }
  return known;
}

function talkOf(event: TimelineEvent): string | null {
  if (event.kind === "acted") return event.id;
  return event.kind === "talk_moved" || event.kind === "talk_ended" ? event.data.talk : null;
}

function afterEvent(event: TimelineEvent, before: RecordedTalk | undefined): RecordedTalk | null {
  const changes = before === undefined ? 0 : before.changes + 1;
  const agreed = { changes, isAgreed: true, isCancelled: false, isHeld: false };
  switch (event.kind) {
    case "acted":
      return { ...agreed, ...agreedIn(event.data), eventId: event.id, isAgreed: event.data.on > dayOf(event.at) };
    case "talk_moved":
      return { ...agreed, ...agreedIn(event.data), eventId: event.data.talk };
    case "talk_ended": {
      const isCancelled = event.data.outcome === "cancelled";
      return before === undefined ? null : { ...before, changes, isCancelled, isHeld: !isCancelled };
    }
    default:
      return null;
  }
}

function agreedIn(data: Pick<EventData<"acted">, "intervention" | "on" | "time" | "place">) {
  const { intervention, on, time, place } = data;
  return { intervention, on: calendarDate.parse(on), time, place };
}
