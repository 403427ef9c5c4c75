import "server-only";
import type { Transaction } from "@/lib/audit/transact.server";
import type { Prisma } from "@/lib/db/generated/client";
import type { ChangeableReport } from "@/lib/reports/change-report.server";
import { endPauses } from "@/lib/reports/clock-pauses.server";
import { loadOfficeCalendar } from "@/lib/reports/office-terms.server";
import { dueAfter, termsFor } from "@/lib/reports/terms";
import { reactionColumns } from "./first-reaction";

type Columns = Prisma.ReportUncheckedUpdateManyInput;

const calendars = new WeakMap<Transaction, Map<string | null, ReturnType<typeof loadOfficeCalendar>>>();

/** Asked once in an act, however many reports it is about. */
function calendarOf(tx: Transaction, officeId: string | null): ReturnType<typeof loadOfficeCalendar> {
  const known = calendars.get(tx) ?? new Map();
  const calendar = known.get(officeId) ?? loadOfficeCalendar(tx.client, officeId, tx.now.at);
  calendars.set(tx, known.set(officeId, calendar));
  return calendar;
}

/** What the office promises of this report when its clock begins now. */
async function promisesNow(tx: Transaction, report: ChangeableReport) {
  const { at, today } = tx.now;
  const { rows, own } = await calendarOf(tx, report.officeId);
  const municipalityCode = report.assignments[0]?.municipalityCode ?? null;
  const terms = termsFor(rows, { municipalityCode, type: report.type, on: today });
  const after = (days: number | null) => dueAfter(at, days, own);
  return {
    nextDueAt: after(terms.nextReactionDays),
    closeDueAt: after(terms.closingDays),
    // A case that is opened again waits for the next reaction; where none is promised, for a first one.
    againDueAt: dueAfter(at, terms.nextReactionDays ?? terms.firstReactionDays, own),
  };
}

/** The office reacted: the promise of that is kept, and the next one begins. */
export async function reacted(tx: Transaction, report: ChangeableReport): Promise<Columns> {
  const { nextDueAt } = await promisesNow(tx, report);
  return { ...reactionColumns(report, tx.now), clockFromAt: tx.now.at, nextDueAt, extendedAt: null };
}

/** The office is done: nothing is promised any more, and nobody is waited for. */
export async function clockStopped(tx: Transaction, report: ChangeableReport): Promise<Columns> {
  return { ...(await endPauses(tx, report)), ...reactionColumns(report, tx.now), nextDueAt: null };
}

/** A case that was opened again starts the clock of the next reaction (settled 36). */
export async function clockStartedAgain(tx: Transaction, report: ChangeableReport): Promise<Columns> {
  const { againDueAt, closeDueAt } = await promisesNow(tx, report);
  return {
    firstReactionAt: null,
    clockFromAt: tx.now.at,
    dueAt: againDueAt,
    nextDueAt: null,
    closeDueAt,
    extendedAt: null,
  };
}
