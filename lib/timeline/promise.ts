import { formatWeekday } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import type { Translate } from "@/lib/i18n/translator";
import { type CalendarDate, dayOf } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { type RunningClock, workingDaysUsed } from "@/lib/shared/promise-clock";
import { lastDayInTime, noFreeDays, type OwnFreeDays } from "@/lib/shared/working-days";

export interface ClockPauseView {
  readonly reason: string;
  /** Null: the office waits for the school, or it is not for this reader to know for whom. */
  readonly party: string | null;
  readonly from: Date;
  /** Null: the office still waits. */
  readonly until: Date | null;
  /** Null: nobody can say when the answer comes. */
  readonly expectedOn: CalendarDate | null;
}

/** What an office promised of a report, besides the first reaction. */
export interface PromiseClock {
  /** Null: since the filing. */
  readonly fromAt: Date | null;
  /** Null: no next reaction is promised. */
  readonly nextDueAt: Date | null;
  /** Null: no day is promised on which the office is done. */
  readonly closeDueAt: Date | null;
  /** Null: the clock runs. */
  readonly pausedAt: Date | null;
  /** Null: the promise that runs now was not extended. */
  readonly extendedAt: Date | null;
  readonly pauses: readonly ClockPauseView[];
  /**
   * Within so many working days half of the first reactions of this office came, in the last quarter that is over.
   * Null: too few to say, or not for this reader.
   */
  readonly usualDays: number | null;
  /** Days on which the office is closed, as they were known when the clock began. */
  readonly own: OwnFreeDays;
}

/** The clock of a report about which nothing more is promised than a first reaction. */
export const plainClock: PromiseClock = {
  fromAt: null,
  nextDueAt: null,
  closeDueAt: null,
  pausedAt: null,
  extendedAt: null,
  pauses: [],
  usualDays: null,
  own: noFreeDays,
};

/** Since when the clock of a promise stands still, and for whom. */
export interface Standstill {
  readonly since: CalendarDate;
  readonly reasons: readonly string[];
  /** Null: nobody can say. */
  readonly expectedOn: CalendarDate | null;
}

/** The promise of a reaction: from when until when, and which working day of the term it is; 0 when none has begun. */
export interface ReactionPromise {
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
  readonly used: number;
  readonly term: number;
  readonly isLate: boolean;
  readonly isExtended: boolean;
  /** Null: the clock runs. */
  readonly still: Standstill | null;
}

export function promiseOf(startedAt: Date, dueAt: Date, clock: PromiseClock, now: Now): ReactionPromise {
  const { own, pauses, pausedAt } = clock;
  const lastDay = dayOf(dueAt);
  const running: RunningClock = { startedAt, pauses, own };
  // What stands still now has not yet moved the last day.
  const ended = { ...running, pauses: pauses.filter(({ until }) => until !== null) };
  const term = workingDaysUsed(ended, lastDay);
  const still = pausedAt === null || pausedAt > dueAt ? null : standstillOf(pausedAt, pauses);
  // After the last day no more of the term can be used: a report may be late by months, and its days are not counted.
  const isPast = now.today > lastDay;
  return {
    firstDay: lastDayInTime(startedAt, 1, own),
    lastDay,
    used: Math.min(term, workingDaysUsed(running, isPast ? lastDay : now.today)),
    term,
    isLate: still === null && isPast,
    isExtended: clock.extendedAt !== null,
    still,
  };
}

/** Of a clock that was stopped at this moment: for whom, and until when as far as anybody knows. */
export function standstillOf(pausedAt: Date, pauses: readonly ClockPauseView[]): Standstill {
  const open = pauses.filter(({ until }) => until === null);
  const expected = open.flatMap(({ expectedOn }) => (expectedOn === null ? [] : [expectedOn]));
  return {
    since: dayOf(pausedAt),
    reasons: [...new Set(open.map(({ reason }) => reason))],
    expectedOn: expected.length < open.length ? null : (expected.toSorted().at(-1) ?? null),
  };
}

/** Which working day it is; on the day of filing, which does not count, when the counting begins. */
export function dayOfPromise(promise: ReactionPromise, today: CalendarDate, locale: Locale, t: Translate): string {
  const { firstDay, used, term, isLate, isExtended, still } = promise;
  if (isLate) return t("timeline.next.barLate", { term });
  if (still !== null) return t("timeline.next.barStill", { used, term, left: term - used });
  const extended = isExtended ? "yes" : "no";
  if (used > 0) return t("timeline.next.bar", { used, term, extended });
  return t("timeline.next.barToday", { term, day: formatWeekday(firstDay, today, locale) });
}
