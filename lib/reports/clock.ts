import { dayOf, endOfDay } from "@/lib/shared/calendar-date";
import { movedBy } from "@/lib/shared/promise-clock";
import type { OwnFreeDays } from "@/lib/shared/working-days";

/** The columns of a report that say what its office promised. */
export interface ClockColumns {
  readonly filedAt: Date;
  readonly firstReactionAt: Date | null;
  readonly dueAt: Date;
  readonly nextDueAt: Date | null;
  readonly closeDueAt: Date | null;
  readonly clockFromAt: Date | null;
  readonly pausedAt: Date | null;
}

/** The moment of which the day does not count for the promise that runs now. */
export function startOfClock({ clockFromAt, filedAt }: Pick<ClockColumns, "clockFromAt" | "filedAt">): Date {
  return clockFromAt ?? filedAt;
}

type Promised = Pick<ClockColumns, "firstReactionAt" | "dueAt" | "nextDueAt" | "closeDueAt">;

/** The end of the nearest promise of an open report; null when nothing more is promised. */
export function nearestPromise({ firstReactionAt, dueAt, nextDueAt, closeDueAt }: Promised): Date | null {
  const reaction = firstReactionAt === null ? dueAt : nextDueAt;
  if (reaction === null || closeDueAt === null) return reaction ?? closeDueAt;
  return reaction < closeDueAt ? reaction : closeDueAt;
}

/** A clock that stopped after its promise was over does not mend it. */
export function isStill({
  pausedAt,
  promisedAt,
}: {
  readonly pausedAt: Date | null;
  readonly promisedAt: Date | null;
}) {
  return pausedAt !== null && (promisedAt === null || pausedAt <= promisedAt);
}

/** What changes when a clock stops or goes on. */
export interface ClockChange {
  readonly pausedAt?: Date | null;
  readonly dueAt?: Date;
  readonly nextDueAt?: Date;
  readonly closeDueAt?: Date;
}

/** The clock goes on: what was promised comes as many working days later as it stood still. */
export function resumedColumns(clock: ClockColumns, at: Date, own: OwnFreeDays): ClockChange {
  const { pausedAt, firstReactionAt, dueAt, nextDueAt, closeDueAt } = clock;
  if (pausedAt === null) return {};
  const startedAt = startOfClock(clock);
  // A promise that was given while the clock stood still waited from then on.
  const from = latest(startedAt, pausedAt);
  const later = (due: Date, since: Date) => endOfDay(movedBy(dayOf(due), { from: since, until: at }, own));
  return {
    pausedAt: null,
    ...(firstReactionAt === null ? { dueAt: later(dueAt, from) } : {}),
    ...(nextDueAt === null ? {} : { nextDueAt: later(nextDueAt, from) }),
    ...(closeDueAt === null ? {} : { closeDueAt: later(closeDueAt, pausedAt) }),
  };
}

const latest = (one: Date, other: Date) => new Date(Math.max(one.getTime(), other.getTime()));
