import { fromColumn } from "@/lib/shared/calendar-date";
import { noFreeDays } from "@/lib/shared/working-days";
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
  readonly office: { readonly freeDays: readonly FreeDayRow[]; readonly reactionFigures: readonly FigureRow[] } | null;
  readonly isProtected: boolean;
}

interface FigureRow {
  readonly count: number;
  readonly medianDays: number;
}

interface FreeDayRow {
  readonly day: Date;
  readonly addedAt: Date;
  readonly removedAt: Date | null;
}

/** What was promised, as this reader may know it: for which other body an office waits is for the office (settled 10). */
export function presentClock(report: ClockRow, side: Reader["side"]): PromiseClock {
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
    ...presentOffice(report, side),
  };
}

/** How fast an office is and when it is closed say which one it is: not to the school of a protected student (settled 12). */
function presentOffice(report: ClockRow, side: Reader["side"]): Pick<PromiseClock, "usualDays" | "own"> {
  if (report.office === null || (report.isProtected && side === "school")) return { usualDays: null, own: noFreeDays };
  const { freeDays, reactionFigures } = report.office;
  const known = freeDays.filter(knownAt(startOfClock(report)));
  return { usualDays: usualDays(reactionFigures), own: new Set(known.map(({ day }) => fromColumn(day))) };
}

/** Of fewer reactions the middle one says too little. */
const countLeast = 10;

function usualDays([figure]: readonly FigureRow[]): number | null {
  return figure === undefined || figure.count < countLeast ? null : figure.medianDays;
}

/** A promise goes on with the free days that were known when it was given. */
function knownAt(moment: Date) {
  return ({ addedAt, removedAt }: FreeDayRow) => addedAt <= moment && (removedAt === null || removedAt > moment);
}
