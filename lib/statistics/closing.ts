import { type CalendarDate, calendarDate, firstOfNextMonth } from "@/lib/shared/calendar-date";
import { rounded, smallest } from "./guard";
import { firstDayOf } from "./period";

/** A month closes on this day of the next one: until then late changes are still part of it. */
const closingDay = "15";

/** From this day on the figures of a month stay as they are. */
export function closesOn(month: string): CalendarDate {
  return calendarDate.parse(`${firstOfNextMonth(firstDayOf(month)).slice(0, 7)}-${closingDay}`);
}

/** What a closed month said, and what would be said of it now. */
export interface Correction {
  readonly month: string;
  readonly before: number;
  readonly after: number;
}

/** Shown by fives like every figure about others, and not at all where one of both is small. */
export function correctionOf(month: string, then: number, since: number): Correction | null {
  const [before, after] = [rounded(then), rounded(since)];
  const isTold = then >= smallest && since >= smallest && before !== after;
  return isTold ? { month, before, after } : null;
}
