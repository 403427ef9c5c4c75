import type { CalendarDate } from "@/lib/shared/calendar-date";
import type { Status } from "@/lib/timeline/statuses";
import type { AbsenceTypeCode } from "./absence-types";

/** A report as a series needs it. */
export interface SeriesReport {
  readonly id: string;
  /** Null: follows no other. */
  readonly followUpToId: string | null;
  readonly reference: string;
  readonly type: AbsenceTypeCode;
  readonly firstDay: CalendarDate;
  /** Null: not back yet. */
  readonly lastDay: CalendarDate | null;
  readonly hours: number;
  readonly arrivalCount: number;
  readonly status: Status;
}

export interface SeriesLine extends Omit<SeriesReport, "id" | "followUpToId"> {
  /** Of this report and all before it; what was withdrawn does not count. */
  readonly totalHours: number;
  readonly totalArrivals: number;
}

/** The reports that follow each other around one of them, the first first, with their running totals. */
export function seriesAround(id: string, reports: readonly SeriesReport[]): readonly SeriesLine[] {
  const linked = linkedWith(id, reports);
  if (linked.length < 2) return [];
  let [totalHours, totalArrivals] = [0, 0];
  return linked
    .toSorted((one, other) => (one.firstDay < other.firstDay ? -1 : 1))
    .map(({ id: _id, followUpToId: _followed, ...line }) => {
      const counts = line.status !== "withdrawn";
      totalHours = Math.round((totalHours + (counts ? line.hours : 0)) * 100) / 100;
      totalArrivals += counts ? line.arrivalCount : 0;
      return { ...line, totalHours, totalArrivals };
    });
}

/** Everything that can be reached over "follows", in both directions. */
function linkedWith(id: string, reports: readonly SeriesReport[]): readonly SeriesReport[] {
  const reached = new Set([id]);
  for (let before = 0; before < reached.size; ) {
    before = reached.size;
    for (const { id: one, followUpToId } of reports) {
      if (followUpToId === null || !(reached.has(one) || reached.has(followUpToId))) continue;
      reached.add(one).add(followUpToId);
    }
  }
  return reports.filter((report) => reached.has(report.id));
}
