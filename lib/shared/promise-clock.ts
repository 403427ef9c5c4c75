import { addDays, type CalendarDate } from "./calendar-date";
import { addWorkingDays, isWorkingDay, type OwnFreeDays, workingDayOf, workingDaysBetween } from "./working-days";

/** A stretch in which the clock of a promise stands still. Null: it still does. */
export interface Stillness {
  readonly from: Date;
  readonly until: Date | null;
}

export interface RunningClock {
  /** The moment of which the day does not count. */
  readonly startedAt: Date;
  readonly pauses: readonly Stillness[];
  readonly own: OwnFreeDays;
}

/** Which working day of a promise it is: today counts as used from its beginning. Pauses that overlap count once. */
export function workingDaysUsed({ startedAt, pauses, own }: RunningClock, today: CalendarDate): number {
  let used = 0;
  for (let day = addDays(workingDayOf(startedAt, own), 1); day <= today; day = addDays(day, 1)) {
    if (isWorkingDay(day, own) && !pauses.some((pause) => standsStillOn(day, pause, own))) used += 1;
  }
  return used;
}

/**
 * A promise that waited goes on: as many working days later as the clock stood still. A pause that begins when the
 * promise is already over does not mend it.
 */
export function movedBy(last: CalendarDate, pause: { from: Date; until: Date }, own: OwnFreeDays): CalendarDate {
  const from = workingDayOf(pause.from, own);
  if (from > last) return last;
  return addWorkingDays(last, workingDaysBetween(from, workingDayOf(pause.until, own), own), own);
}

/** A pause counts the days after its beginning up to its end, both moved to working days (settled 36). */
function standsStillOn(day: CalendarDate, { from, until }: Stillness, own: OwnFreeDays): boolean {
  return day > workingDayOf(from, own) && (until === null || day <= workingDayOf(until, own));
}
