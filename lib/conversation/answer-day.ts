import { type CalendarDate, endOfDay } from "@/lib/shared/calendar-date";
import { lastDayInTime } from "@/lib/shared/working-days";

const answerTermDays = 5;

/** The last day on which a school answers in time, unless the officer names another. */
export function usualAnswerDay(today: CalendarDate): CalendarDate {
  return lastDayInTime(endOfDay(today), answerTermDays);
}
