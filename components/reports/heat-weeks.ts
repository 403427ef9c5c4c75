import type { CaseDay } from "@/lib/casework/case";
import { weeksOf } from "@/lib/reports/hour-weeks";
import type { AbsentDayView } from "@/lib/reports/views";
import { dayAfter, mondayOf } from "@/lib/shared/plain-days";

export interface HeatDay {
  readonly day: string;
  /** Null: outside the weeks that count, or a free day. */
  readonly hours: number | null;
  /** Of the report that one looks at. */
  readonly isOwn?: boolean;
}

export interface HeatWeek {
  readonly monday: string;
  readonly days: readonly HeatDay[];
}

/** A week of a case that grows: with all that was missed up to and including it. */
export interface TotalledWeek extends HeatWeek {
  readonly total: number;
}

/** What one screen shows of a case; what came before is in the first total. */
const mostWeeksOfCase = 20;

/** The hours of a report by week, from the first day with hours to the last. */
export function heatWeeks(days: readonly AbsentDayView[]): readonly HeatWeek[] {
  const sorted = days.map(({ day }) => String(day)).sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const hours = new Map(days.map((entry) => [String(entry.day), entry.hours]));
  return weeksOf(first, last).map(({ monday, days: columns }) => ({
    monday,
    days: columns.map(({ day, isClosed }) => ({ day, hours: hours.get(day) ?? (isClosed ? null : 0) })),
  }));
}

/** The weeks in which hours were missed by any of the reports, the last ones, with their running total. */
export function caseWeeks(days: readonly CaseDay[]): {
  readonly weekCount: number;
  readonly weeks: readonly TotalledWeek[];
} {
  const byMonday = Map.groupBy(
    days.filter(({ hours }) => hours > 0),
    ({ day }) => mondayOf(day),
  );
  let total = 0;
  const weeks = [...byMonday]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([monday, missed]) => {
      total = rounded(total + sumOf(missed));
      return { monday, total, days: [0, 1, 2, 3, 4].map((offset) => caseDay(dayAfter(monday, offset), missed)) };
    });
  return { weekCount: weeks.length, weeks: weeks.slice(-mostWeeksOfCase) };
}

function caseDay(day: string, missed: readonly CaseDay[]): HeatDay {
  const here = missed.filter((one) => one.day === day);
  return { day, hours: rounded(sumOf(here)), isOwn: here.some(({ isOwn }) => isOwn) };
}

function sumOf(days: readonly CaseDay[]): number {
  return days.reduce((sum, { hours }) => sum + hours, 0);
}

function rounded(hours: number): number {
  return Math.round(hours * 100) / 100;
}

/** Weeks in which hours were missed. */
export function weekCount(weeks: readonly HeatWeek[]): number {
  return weeks.filter(({ days }) => days.some(({ hours }) => (hours ?? 0) > 0)).length;
}
