import { weeksOf } from "@/lib/reports/hour-weeks";
import type { AbsentDayView } from "@/lib/reports/views";

export interface HeatDay {
  readonly day: string;
  /** Null: outside the weeks that count, or a free day. */
  readonly hours: number | null;
}

export interface HeatWeek {
  readonly monday: string;
  readonly days: readonly HeatDay[];
}

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

/** Weeks in which hours were missed. */
export function weekCount(weeks: readonly HeatWeek[]): number {
  return weeks.filter(({ days }) => days.some(({ hours }) => (hours ?? 0) > 0)).length;
}
