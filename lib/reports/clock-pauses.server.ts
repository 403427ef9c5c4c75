import "server-only";
import type { Transaction } from "@/lib/audit/transact.server";
import { type CalendarDate, toColumn } from "@/lib/shared/calendar-date";
import { type ClockChange, type ClockColumns, resumedColumns, startOfClock } from "./clock";
import { loadOfficeCalendar } from "./office-terms.server";
import type { ThirdParty } from "./waiting";

/** For whom the office waits: the school, for one question or in general, or another body. */
export type Waiting =
  | { readonly reason: "school"; readonly questionId: string | null }
  | { readonly reason: "third_party"; readonly party: ThirdParty };

export type PausedReport = ClockColumns & { readonly id: string; readonly officeId: string | null };

/**
 * Lets the clock of a report stand still; answers the columns to save with it. Pauses that overlap count once, so that
 * the clock stands still from the first until the last has ended.
 */
export async function beginPause(
  tx: Transaction,
  report: PausedReport,
  waiting: Waiting & { readonly expectedOn: CalendarDate | null },
): Promise<ClockChange> {
  const { reason, expectedOn } = waiting;
  await tx.client.clockPause.create({
    data: {
      reportId: report.id,
      reason,
      party: waiting.reason === "third_party" ? waiting.party : null,
      questionId: waiting.reason === "school" ? waiting.questionId : null,
      startedAt: tx.now.at,
      expectedOn: expectedOn === null ? null : toColumn(expectedOn),
    },
  });
  return { pausedAt: report.pausedAt ?? tx.now.at };
}

/** Ends the pauses that are meant; when none is left the clock goes on. Answers the columns to save with it. */
export async function endPauses(
  tx: Transaction,
  report: PausedReport,
  which: { readonly questionId?: string; readonly reason?: Waiting["reason"] } = {},
): Promise<ClockChange> {
  if (report.pausedAt === null) return {};
  const open = { reportId: report.id, endedAt: null };
  await tx.client.clockPause.updateMany({ where: { ...open, ...which }, data: { endedAt: tx.now.at } });
  if ((await tx.client.clockPause.count({ where: open })) > 0) return {};
  const { own } = await loadOfficeCalendar(tx.client, report.officeId, startOfClock(report));
  return resumedColumns(report, tx.now.at, own);
}
