import { type CalendarDate, dayOf } from "./calendar-date";

/** The moment at which a command runs, and the day in Amsterdam on which that is. Read once, at the door. */
export interface Now {
  readonly at: Date;
  readonly today: CalendarDate;
}

export function nowAt(at: Date): Now {
  return { at, today: dayOf(at) };
}

export function now(): Now {
  return nowAt(new Date());
}
