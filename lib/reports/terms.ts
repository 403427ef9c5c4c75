import { endOfDay } from "@/lib/shared/calendar-date";
import { lastDayInTime } from "@/lib/shared/working-days";

/** Working days within which an office reacts, until terms are kept per municipality (settled 7). */
export const reactionTermDays = 5;

/** The end of the last day in time for a first reaction. */
export function reactionDueAt(filedAt: Date): Date {
  return endOfDay(lastDayInTime(filedAt, reactionTermDays));
}
