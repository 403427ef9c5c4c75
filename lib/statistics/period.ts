import { type CalendarDate, calendarDate } from "@/lib/shared/calendar-date";

/** "2026-2027": from 1 August to 31 July. */
export function schoolYearOf(day: CalendarDate): string {
  const year = Number(day.slice(0, 4));
  const first = day.slice(5) >= "08-01" ? year : year - 1;
  return `${first}-${first + 1}`;
}

/** "2026-11" */
export function monthOf(day: CalendarDate): string {
  return day.slice(0, 7);
}

export function isSchoolYear(text: string): boolean {
  const found = /^(20\d\d)-(20\d\d)$/.exec(text);
  return found !== null && Number(found[2]) === Number(found[1]) + 1;
}

export function isMonth(text: string): boolean {
  return /^20\d\d-(0[1-9]|1[0-2])$/.test(text);
}

/** The twelve months of a school year, August first. */
export function monthsOf(schoolYear: string): readonly string[] {
  const first = Number(schoolYear.slice(0, 4));
  return Array.from({ length: 12 }, (_, index) => {
    const month = ((index + 7) % 12) + 1;
    return `${first + (month < 8 ? 1 : 0)}-${String(month).padStart(2, "0")}`;
  });
}

/** The school year in which a month lies, or the year itself. */
export function yearOfPeriod(period: string): string {
  return isMonth(period) ? schoolYearOf(firstDayOf(period)) : period;
}

export function firstDayOf(period: string): CalendarDate {
  return calendarDate.parse(isMonth(period) ? `${period}-01` : `${period.slice(0, 4)}-08-01`);
}

/** The school year of this day and those before it, the newest first. */
export function schoolYearsUntil(day: CalendarDate, count: number): readonly string[] {
  const newest = Number(schoolYearOf(day).slice(0, 4));
  return Array.from({ length: count }, (_, back) => `${newest - back}-${newest - back + 1}`);
}

/** Enrolled are counted on 1 October; before that day comes, on the day of counting. */
export function dayOfBase(schoolYear: string, today: CalendarDate): CalendarDate {
  const october = calendarDate.parse(`${schoolYear.slice(0, 4)}-10-01`);
  return october < today ? october : today;
}
