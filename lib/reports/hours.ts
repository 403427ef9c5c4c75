import type { z } from "zod";
import type { absentDay } from "./input";

type AbsentDay = z.infer<typeof absentDay>;

/**
 * Hours of one day as the law counts them: a lesson of at most 60 minutes is an hour, a whole day counts the
 * lessons that the location gives on a day (settled 37).
 */
export function hoursOf(entry: AbsentDay, lessonsPerDay: number): number {
  if (entry.hours !== undefined) return entry.hours;
  if (entry.lessons !== undefined) return new Set(entry.lessons).size;
  return lessonsPerDay;
}

export function totalHours(entries: readonly AbsentDay[], lessonsPerDay: number): number {
  return entries.reduce((sum, entry) => sum + hoursOf(entry, lessonsPerDay), 0);
}
