import { addDays, type CalendarDate, dayOf, weekdayOf } from "./calendar-date";
import { freeDays } from "./free-days";

export function isWorkingDay(day: CalendarDate): boolean {
  return weekdayOf(day) <= 5 && !freeDays.has(day);
}

/**
 * The last day in time: this many working days after the day of filing, which does not count.
 * Filed on a day off counts as filed on the next working day (settled 7 and 36).
 */
export function lastDayInTime(filedAt: Date, workingDays: number): CalendarDate {
  let day = dayOf(filedAt);
  while (!isWorkingDay(day)) day = addDays(day, 1);
  for (let counted = 0; counted < workingDays; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) counted += 1;
  }
  return day;
}

/** Which working day of the term is it: today counts as used from its beginning, never more than the term. */
export function workingDaysUsed(filedAt: Date, today: CalendarDate, term: number): number {
  let day = dayOf(filedAt);
  while (!isWorkingDay(day)) day = addDays(day, 1);
  let used = 0;
  while (day < today && used < term) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) used += 1;
  }
  return used;
}
