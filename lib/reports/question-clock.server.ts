import "server-only";
import type { Transaction } from "@/lib/audit/transact.server";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import type { ClockChange } from "./clock";
import { beginPause, endPauses, type PausedReport } from "./clock-pauses.server";

const clockColumns = {
  id: true,
  officeId: true,
  filedAt: true,
  firstReactionAt: true,
  dueAt: true,
  nextDueAt: true,
  closeDueAt: true,
  clockFromAt: true,
  pausedAt: true,
} as const;

interface Question {
  readonly id: string;
  /** The day on which the answer is expected. */
  readonly dueOn: CalendarDate;
}

/** The office asked the school something: its clock stands still until this question is answered or dropped. */
export function pauseForQuestion(tx: Transaction, reportId: string, { id, dueOn }: Question): Promise<void> {
  return changeClock(tx, reportId, (report) =>
    beginPause(tx, report, { reason: "school", questionId: id, expectedOn: dueOn }),
  );
}

/** The question is answered or dropped. Where it is the last thing that the office waited for, the clock goes on. */
export function resumeAfterQuestion(tx: Transaction, reportId: string, questionId: string): Promise<void> {
  return changeClock(tx, reportId, (report) => endPauses(tx, report, { questionId }));
}

/** Nobody else changes the report or asks something at it until this transaction ends. */
export async function holdReport(tx: Transaction, reportId: string): Promise<void> {
  await tx.client.$queryRaw`SELECT id FROM reports WHERE id = ${reportId}::uuid FOR UPDATE`;
}

/** Holds the report until the end, so that of a question and an answer at one moment both count. */
async function changeClock(
  tx: Transaction,
  reportId: string,
  change: (report: PausedReport) => Promise<ClockChange>,
): Promise<void> {
  await holdReport(tx, reportId);
  const report = await tx.client.report.findUniqueOrThrow({ where: { id: reportId }, select: clockColumns });
  await tx.client.report.update({ where: { id: reportId }, data: await change(report) });
}
