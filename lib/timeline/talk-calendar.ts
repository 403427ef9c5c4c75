import ical, { ICalCalendarMethod, ICalEventClass, ICalEventStatus } from "ical-generator";
import { addDays, type CalendarDate, momentAt, startOfDay } from "@/lib/shared/calendar-date";
import type { Appointment } from "./appointments";

interface TalkEntry {
  readonly talk: Omit<Appointment, "intervention" | "place">;
  /** What it is and which report it is about; it names no student. */
  readonly summary: string;
  /** Where the report is read, after signing in. */
  readonly link: string;
  /** Who sends it, "Name <address>": a calendar takes an appointment out only for whoever put it in. */
  readonly organizer: string;
  readonly madeAt: Date;
}

/** How a calendar program is told to take an entry (RFC 5546). */
export function methodOf(calendar: string): "CANCEL" | "PUBLISH" {
  return /^METHOD:CANCEL\r?$/m.test(calendar) ? "CANCEL" : "PUBLISH";
}

const talkMinutes = 60;

/**
 * A talk for a calendar (RFC 5545). Calendars are shared: it says when, and which report, and nothing of anybody. The
 * entry of a talk that was moved or called off takes the place of the earlier one.
 */
export function talkCalendar({ talk, summary, link, organizer, madeAt }: TalkEntry): string {
  const { eventId, changes, isCancelled } = talk;
  const method = isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH;
  const calendar = ical({ prodId: "//Verzuimloket//NL", method });
  calendar.createEvent({
    id: `${eventId}@verzuimloket`,
    organizer,
    sequence: changes,
    stamp: madeAt,
    ...whenOf(talk),
    summary,
    description: link,
    url: link,
    class: ICalEventClass.PRIVATE,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return calendar.toString();
}

function whenOf({ on, time }: TalkEntry["talk"]) {
  const start = time === null ? null : momentAt(on, time);
  if (start !== null) return { start, end: new Date(start.getTime() + talkMinutes * 60_000) };
  return { start: noonOf(on), end: noonOf(addDays(on, 1)), allDay: true };
}

/** A day is written as the day that it is in Greenwich. */
function noonOf(day: CalendarDate): Date {
  return new Date(startOfDay(day).getTime() + 12 * 3_600_000);
}
