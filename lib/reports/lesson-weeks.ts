import { isLessonWeek, type PlainPeriod } from "@/lib/directory/school-calendar";
import { dayAfter, mondayOf } from "@/lib/shared/plain-days";

/** Weeks without lessons that are passed over at most: more than a year of them is no school. */
const mostSkipped = 60;

/** The Mondays of the lesson weeks that end with the week of this day, the oldest first; the summer is passed over. */
export function lessonWeeksUntil(day: string, count: number, periods: readonly PlainPeriod[]): readonly string[] {
  const last = mondayOf(day);
  const weeks: string[] = [];
  for (let back = 0; weeks.length < count && back < mostSkipped; back += 1) {
    const monday = dayAfter(last, -7 * back);
    if (back === 0 || isLessonWeek(monday, periods)) weeks.unshift(monday);
  }
  return weeks;
}
