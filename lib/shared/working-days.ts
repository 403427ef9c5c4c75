import { addDays, type CalendarDate, dayOf, weekdayOf } from "./calendar-date";
import { freeDays } from "./free-days";

/** Days on which an office is closed, besides weekends and national free days. */
export type OwnFreeDays = ReadonlySet<CalendarDate>;
export const noFreeDays: OwnFreeDays = new Set();

export function isWorkingDay(day: CalendarDate, own: OwnFreeDays = noFreeDays): boolean {
  return weekdayOf(day) <= 5 && !freeDays.has(day) && !own.has(day);
}

/** The working day as which a moment counts: its own day or, on a day off, the next working day (settled 36). */
export function workingDayOf(moment: Date, own: OwnFreeDays = noFreeDays): CalendarDate {
  let day = dayOf(moment);
  while (!isWorkingDay(day, own)) day = addDays(day, 1);
  return day;
}

/** So many working days further. */
export function addWorkingDays(from: CalendarDate, count: number, own: OwnFreeDays = noFreeDays): CalendarDate {
  let day = from;
  for (let counted = 0; counted < count; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, own)) counted += 1;
  }
  return day;
}

/** So many working days back. */
export function workingDaysBefore(day: CalendarDate, count: number, own: OwnFreeDays = noFreeDays): CalendarDate {
  let earlier = day;
  for (let counted = 0; counted < count; ) {
    earlier = addDays(earlier, -1);
    if (isWorkingDay(earlier, own)) counted += 1;
  }
  return earlier;
}

/** Working days after the first of these days, up to and with the second; none when that is earlier. */
export function workingDaysBetween(first: CalendarDate, last: CalendarDate, own: OwnFreeDays = noFreeDays): number {
  let count = 0;
  for (let day = addDays(first, 1); day <= last; day = addDays(day, 1)) {
    if (isWorkingDay(day, own)) count += 1;
  }
  return count;
}

/**
 * The last day in time: this many working days after the day of filing, which does not count.
 * Filed on a day off counts as filed on the next working day (settled 7 and 36).
 */
export function lastDayInTime(filedAt: Date, workingDays: number, own: OwnFreeDays = noFreeDays): CalendarDate {
  return addWorkingDays(workingDayOf(filedAt, own), workingDays, own);
}
