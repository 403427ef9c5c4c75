import { fromColumn } from "@/lib/shared/calendar-date";
import type { PromiseClock } from "@/lib/timeline/promise";
import type { Reader } from "@/lib/timeline/redact";
import { startOfClock } from "./clock";

interface ClockRow {
  readonly filedAt: Date;
  readonly clockFromAt: Date | null;
  readonly nextDueAt: Date | null;
  readonly closeDueAt: Date | null;
  readonly pausedAt: Date | null;
  readonly extendedAt: Date | null;
  readonly pauses: readonly {
    readonly reason: string;
    readonly party: string | null;
    readonly startedAt: Date;
    readonly endedAt: Date | null;
    readonly expectedOn: Date | null;
  }[];
  /** Null: no office. */
  readonly office: { readonly freeDays: readonly FreeDayRow[] } | null;
}

interface FreeDayRow {
  readonly day: Date;
  readonly addedAt: Date;
  readonly removedAt: Date | null;
}

/** What was promised, as this reader may know it: for which other body an office waits is for the office (settled 10). */
export function presentClock(report: ClockRow, side: Reader["side"]): PromiseClock {
  const startedAt = startOfClock(report);
  return {
    fromAt: report.clockFromAt,
    nextDueAt: report.nextDueAt,
    closeDueAt: report.closeDueAt,
    pausedAt: report.pausedAt,
    extendedAt: report.extendedAt,
    pauses: report.pauses.map(({ reason, party, startedAt: from, endedAt, expectedOn }) => ({
      reason,
      party: side === "office" ? party : null,
      from,
      until: endedAt,
      expectedOn: expectedOn === null ? null : fromColumn(expectedOn),
    })),
    own: new Set((report.office?.freeDays ?? []).filter(knownAt(startedAt)).map(({ day }) => fromColumn(day))),
  };
}

/** A promise goes on with the free days that were known when it was given. */
function knownAt(moment: Date) {
  return ({ addedAt, removedAt }: FreeDayRow) => addedAt <= moment && (removedAt === null || removedAt > moment);
}
