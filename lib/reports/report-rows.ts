import type { CalendarDate } from "@/lib/shared/calendar-date";
import { hoursOf } from "./hours";
import type { ReportInput } from "./input";
import type { LessonSettings } from "./lesson-hours";

/** Rows of the days and late arrivals of a report, by the names of the database. */
export function dayRows(reportId: string, input: Pick<ReportInput, "hours">, settings: LessonSettings) {
  return (input.hours ?? []).map((entry) => ({
    report_id: reportId,
    day_on: entry.day,
    hours: hoursOf(entry, settings),
    lessons: entry.lessons === undefined ? [] : [...new Set(entry.lessons)].sort((one, other) => one - other),
    whole_day: entry.wholeDay === true,
  }));
}

export function arrivalRows(reportId: string, input: Pick<ReportInput, "arrivals">) {
  return (input.arrivals ?? []).map((arrival, position) => ({
    report_id: reportId,
    position,
    day_on: arrival.day,
    minutes: arrival.minutes,
  }));
}

export type DayRow = ReturnType<typeof dayRows>[number];
export type ArrivalRow = ReturnType<typeof arrivalRows>[number];

/** The last day that is stored: of late arrivals the last of them, otherwise what was given. */
export function lastDayOf(input: Pick<ReportInput, "lastDay" | "arrivals">): CalendarDate | null {
  if (input.lastDay !== undefined) return input.lastDay;
  const days = (input.arrivals ?? []).map((arrival) => arrival.day).sort();
  return days.at(-1) ?? null;
}
