import type { z } from "zod";
import type { absentDay } from "./input";
import { hoursOfLessons, hoursOfWholeDay, inHundredths, type LessonSettings } from "./lesson-hours";

type AbsentDay = z.infer<typeof absentDay>;

/** Hours of one day as the law counts them (settled 37). */
export function hoursOf(entry: AbsentDay, settings: LessonSettings): number {
  if (entry.hours !== undefined) return entry.hours;
  if (entry.lessons !== undefined) return hoursOfLessons(new Set(entry.lessons).size, settings);
  return hoursOfWholeDay(entry.day, settings);
}

export function totalHours(entries: readonly AbsentDay[], settings: LessonSettings): number {
  return inHundredths(entries.reduce((sum, entry) => sum + hoursOf(entry, settings), 0));
}
