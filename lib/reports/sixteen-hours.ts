import { isSchoolDay, type PlainPeriod } from "@/lib/directory/school-calendar";
import { inHundredths } from "./lesson-hours";
import { lessonWeeksUntil } from "./lesson-weeks";
import { thresholdRules } from "./threshold-rules";

export interface CountedDay {
  readonly day: string;
  readonly hours: number;
}

/** Hours within four lesson weeks: those in which sixteen was reached, or else the last ones with hours. */
export interface FourWeeks {
  readonly firstMonday: string;
  readonly lastDay: string;
  readonly hours: number;
}

export interface SixteenHours {
  /** Null: not reached. */
  readonly reachedOn: string | null;
  /** Null: no hours that count. */
  readonly window: FourWeeks | null;
  /** Hours on days without lessons: they do not count. */
  readonly outside: number;
}

const weekCount = 4;

/**
 * When did the missed hours come to sixteen within four consecutive lesson weeks (settled 37)? Hours of earlier
 * reports after which the count did not begin anew count along, but only an own day can be the sixteenth hour.
 */
export function countSixteenHours(
  own: readonly CountedDay[],
  carried: readonly CountedDay[],
  periods: readonly PlainPeriod[],
): SixteenHours {
  const isLesson = ({ day }: CountedDay) => isSchoolDay(day, periods);
  const ownDays = oncePerDay(own.filter(isLesson));
  const all = oncePerDay([...carried.filter(isLesson), ...ownDays]);
  const windows = ownDays.map(({ day }) => windowUntil(day, all, periods));
  const reached = windows.find(({ hours }) => hours >= thresholdRules.sixteen_hours.limit);
  return {
    reachedOn: reached?.lastDay ?? null,
    window: reached ?? windows.at(-1) ?? null,
    outside: sum(own.filter((day) => !isLesson(day))),
  };
}

function windowUntil(lastDay: string, days: readonly CountedDay[], periods: readonly PlainPeriod[]): FourWeeks {
  const firstMonday = lessonWeeksUntil(lastDay, weekCount, periods)[0] ?? lastDay;
  return { firstMonday, lastDay, hours: sum(days.filter(({ day }) => day >= firstMonday && day <= lastDay)) };
}

/** In order, and no day twice: what two reports say of one day is the same absence, of which the longest counts. */
function oncePerDay(days: readonly CountedDay[]): readonly CountedDay[] {
  const hours = new Map<string, number>();
  for (const entry of days) hours.set(entry.day, Math.max(hours.get(entry.day) ?? 0, entry.hours));
  return [...hours].map(([day, most]) => ({ day, hours: most })).sort((one, other) => (one.day < other.day ? -1 : 1));
}

function sum(days: readonly CountedDay[]): number {
  return inHundredths(days.reduce((total, { hours }) => total + hours, 0));
}
