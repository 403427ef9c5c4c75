import { weekdayNumber } from "@/lib/shared/plain-days";

/** How a location gives its lessons: what a lesson and a whole day count for. */
export interface LessonSettings {
  readonly lessonsPerDay: number;
  /** Lessons from Monday to Friday; empty: as many on every day. */
  readonly lessonsByWeekday: readonly number[];
  readonly lessonMinutes: number;
}

export const usualLessons: LessonSettings = { lessonsPerDay: 6, lessonsByWeekday: [], lessonMinutes: 50 };

/** A lesson of at most 60 minutes counts as an hour, a longer one by the clock (settled 37). */
export function hoursOfLessons(count: number, { lessonMinutes }: Pick<LessonSettings, "lessonMinutes">): number {
  return inHundredths(lessonMinutes <= 60 ? count : (count * lessonMinutes) / 60);
}

export function lessonsOn(day: string, { lessonsPerDay, lessonsByWeekday }: LessonSettings): number {
  return lessonsByWeekday[weekdayNumber(day) - 1] ?? lessonsPerDay;
}

/** A whole day counts the lessons that the location gives on that weekday. */
export function hoursOfWholeDay(day: string, settings: LessonSettings): number {
  return Math.min(24, hoursOfLessons(lessonsOn(day, settings), settings));
}

/** Hours are kept in hundredths, so that a sum of parts does not drift. */
export function inHundredths(hours: number): number {
  return Math.round(hours * 100) / 100;
}
