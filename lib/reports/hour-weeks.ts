import { freeDays } from "@/lib/shared/free-days";

/** One column of the grid of hours. Closed: outside the period, or a national free day. */
export interface HourDay {
  readonly day: string;
  readonly isClosed: boolean;
}

export interface HourWeek {
  readonly monday: string;
  readonly days: readonly HourDay[];
}

/** More weeks than these nobody fills in by hand; the last ones are shown. */
export const mostWeeks = 12;

const dayLength = 86_400_000;
const written = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/;

/** The school weeks of a period, Monday to Friday. Works on plain texts, so that the browser can use it too. */
export function weeksOf(firstDay: string, lastDay: string): readonly HourWeek[] {
  const weeks: HourWeek[] = [];
  for (let monday = mondayOf(firstDay); monday <= lastDay && weeks.length < 60; monday = dayAfter(monday, 7)) {
    const days = [0, 1, 2, 3, 4].map((offset) => dayAfter(monday, offset));
    weeks.push({ monday, days: days.map((day) => ({ day, isClosed: isClosed(day, firstDay, lastDay) })) });
  }
  return weeks.filter(({ days }) => days.some(({ isClosed }) => !isClosed)).slice(-mostWeeks);
}

function isClosed(day: string, firstDay: string, lastDay: string): boolean {
  return day < firstDay || day > lastDay || freeDays.has(day);
}

/** "28-9-2026" as `2026-09-28`, in Dutch order; null for anything else, which the server reads. */
export function readShortDay(text: string): string | null {
  const [, date = "", month = "", year = ""] = written.exec(text.trim()) ?? [];
  if (year === "") return null;
  const iso = `${year.padStart(4, "20")}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  const moment = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(moment) || isoOf(moment) !== iso ? null : iso;
}

function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return dayAfter(day, weekday === 0 ? -6 : 1 - weekday);
}

function dayAfter(day: string, count: number): string {
  return isoOf(Date.parse(`${day}T00:00:00Z`) + count * dayLength);
}

function isoOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}
