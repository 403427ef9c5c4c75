import { type DayOff, dayOffOn, type PlainPeriod } from "@/lib/directory/school-calendar";
import { dayAfter, isoOf, mondayOf } from "@/lib/shared/plain-days";

/** One column of the grid of hours. Closed: outside the period, or no day of lessons. */
export interface HourDay {
  readonly day: string;
  readonly isClosed: boolean;
  /** Null: lessons are given, as far as the calendars say. */
  readonly off: DayOff | null;
}

export interface HourWeek {
  readonly monday: string;
  readonly days: readonly HourDay[];
}

/** More weeks than these nobody fills in by hand; the last ones are shown. */
export const mostWeeks = 12;

const written = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/;

/** The school weeks of a period, Monday to Friday. Works on plain texts, so that the browser can use it too. */
export function weeksOf(firstDay: string, lastDay: string, calendar: readonly PlainPeriod[] = []): readonly HourWeek[] {
  const weeks: HourWeek[] = [];
  for (let monday = mondayOf(firstDay); monday <= lastDay && weeks.length < 60; monday = dayAfter(monday, 7)) {
    const days = [0, 1, 2, 3, 4].map((offset) => dayAfter(monday, offset));
    weeks.push({ monday, days: days.map((day) => hourDay(day, { firstDay, lastDay }, calendar)) });
  }
  return weeks.filter(({ days }) => days.some(isTold)).slice(-mostWeeks);

  /** A day to fill in, or one of the period of which a calendar says why there is nothing to fill in. */
  function isTold({ day, isClosed, off }: HourDay): boolean {
    return !isClosed || (calendar.length > 0 && day >= firstDay && day <= lastDay && off !== null);
  }
}

function hourDay(
  day: string,
  period: { firstDay: string; lastDay: string },
  calendar: readonly PlainPeriod[],
): HourDay {
  const off = dayOffOn(day, calendar);
  return { day, off, isClosed: day < period.firstDay || day > period.lastDay || off !== null };
}

/** "28-9-2026" as `2026-09-28`, in Dutch order; null for anything else, which the server reads. */
export function readShortDay(text: string): string | null {
  const [, date = "", month = "", year = ""] = written.exec(text.trim()) ?? [];
  if (year === "") return null;
  const iso = `${year.padStart(4, "20")}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  const moment = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(moment) || isoOf(moment) !== iso ? null : iso;
}
