import { addDays, type CalendarDate, weekdayOf } from "@/lib/shared/calendar-date";
import { freeDays } from "@/lib/shared/free-days";

export interface Span {
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
}

interface Reported {
  readonly type: string;
  readonly firstDay: CalendarDate;
  readonly days: readonly { readonly day: CalendarDate; readonly hours: number }[];
}

const hoursOfThreshold = 16;
/** School days after the threshold within which a report is in time: the measure of the Inspectorate (settled 7). */
const schoolDaysInTime = 5;

/** The day on which this absence had to be reported; null for a kind that knows no such day. */
export function thresholdDay({ type, firstDay, days }: Reported): CalendarDate | null {
  if (type === "long_term_non_attendance") return addDays(firstDay, 28);
  if (type === "over_18_absence") return addDays(firstDay, 27);
  return type === "sixteen_hours_in_four_weeks" ? dayOfHours(days) : null;
}

function dayOfHours(days: Reported["days"]): CalendarDate | null {
  let sum = 0;
  for (const { day, hours } of days.toSorted((one, other) => one.day.localeCompare(other.day))) {
    sum += hours;
    if (sum >= hoursOfThreshold) return day;
  }
  return null;
}

/** Were there at most five school days after the day of the threshold, up to the day of filing? */
export function isFiledInTime(threshold: CalendarDate, filedOn: CalendarDate, holidays: readonly Span[]): boolean {
  let used = 0;
  for (let day = addDays(threshold, 1); day <= filedOn && used <= schoolDaysInTime; day = addDays(day, 1)) {
    if (isLessonDay(day, holidays)) used += 1;
  }
  return used <= schoolDaysInTime;
}

function isLessonDay(day: CalendarDate, holidays: readonly Span[]): boolean {
  if (weekdayOf(day) > 5 || freeDays.has(day)) return false;
  return holidays.every(({ firstDay, lastDay }) => day < firstDay || day > lastDay);
}
