import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import { fromColumn } from "@/lib/shared/calendar-date";
import { absenceTypeOf } from "./record-codes";
import type { SeriesReport } from "./series";

/** What must be known of a report to place it in a series. */
export const seriesRecord = {
  id: true,
  followUpToId: true,
  reference: true,
  type: true,
  firstDay: true,
  lastDay: true,
  hoursTotal: true,
  status: true,
  _count: { select: { arrivals: true } },
} satisfies Prisma.ReportSelect;

export function presentSeries(record: Prisma.ReportGetPayload<{ select: typeof seriesRecord }>): SeriesReport {
  const { hoursTotal, _count, ...report } = record;
  return {
    ...report,
    type: absenceTypeOf(record.type),
    firstDay: fromColumn(record.firstDay),
    lastDay: record.lastDay === null ? null : fromColumn(record.lastDay),
    hours: Number(hoursTotal),
    arrivalCount: _count.arrivals,
  };
}
