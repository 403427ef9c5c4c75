import type { CalendarDate } from "@/lib/shared/calendar-date";
import { firstDayOf, monthOf, monthsOf, schoolYearsUntil } from "@/lib/statistics/period";

/** The months that can be looked at, the newest first: those of this school year and of the one before it. */
export function outcomeMonths(today: CalendarDate): readonly string[] {
  const months = schoolYearsUntil(today, 2).flatMap((year) => monthsOf(year).toReversed());
  return months.filter((month) => month <= monthOf(today));
}

/** The first day of the month that is asked; null: none that can be looked at. */
export function askedMonth(asked: string | undefined, today: CalendarDate): CalendarDate | null {
  const month = outcomeMonths(today).find((known) => known === asked);
  return month === undefined ? null : firstDayOf(month);
}
