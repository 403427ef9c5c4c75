import "server-only";
import { type AuditAct, usualReason } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import { commit, type Ledger } from "@/lib/audit/transact.server";
import { StatementRefused } from "@/lib/db/statement.server";
import type { Viewer } from "@/lib/identity/viewer";
import { announce } from "@/lib/notifications/announce.server";
import { assignmentRows, toAssignmentRow } from "@/lib/routing/assignment.server";
import type { Now } from "@/lib/shared/clock";
import { ok, type Result } from "@/lib/shared/result";
import { followerRows, sentDrafts } from "./draft-rows.server";
import type { ReportInput } from "./input";
import type { FiledReport } from "./open-report";
import type { Prepared } from "./prepare-filing.server";
import { arrivalRows, dayRows } from "./report-rows";
import { type NewReport, reportArrivalRows, reportDayRows, reportRow, reportRows } from "./store.server";

interface Filing {
  readonly viewer: Viewer;
  readonly input: ReportInput;
  readonly now: Now;
  readonly action: "report:file" | "report:write-down";
  readonly prepare: () => Promise<Result<Prepared>>;
  /** What a door stores beside the report, in the same statement. */
  readonly alongside?: ((ledger: Ledger, filed: FiledReport) => void) | undefined;
}

/**
 * Prepares a report and stores the whole of it (report, assignment, events, audit, outbox) or nothing, in one
 * statement. What another send at the same moment made of this one: of one submission the second meets the unique key
 * and hears of the first; of two about the same days the second hears that they overlap. A reference that was drawn
 * before is drawn anew: of a million reports a year one in a thousand meets one.
 */
export async function storeFiling(filing: Filing): Promise<Result<FiledReport>> {
  const prepared = await filing.prepare();
  if (!prepared.ok) return prepared;
  try {
    return ok(await store(filing, prepared.value));
  } catch (error) {
    const isDrawnBefore = refusedBy(error) === "reports_reference_key";
    if (!(isDrawnBefore || wasOvertaken(error))) throw error;
    const again = await filing.prepare();
    if (!again.ok) return again;
    if (!isDrawnBefore) throw error;
    return ok(await store(filing, again.value));
  }
}

function store({ viewer, now, ...filing }: Filing, prepared: Prepared): Promise<FiledReport> {
  return commit(viewer, now, (ledger) => collectFiling(ledger, filing, prepared));
}

/** Several prepared reports in one statement: all of them or none. */
export function storeTogether(
  viewer: Viewer,
  now: Now,
  filings: readonly (Collected & { readonly prepared: Prepared })[],
): Promise<readonly FiledReport[]> {
  // Everybody waits for the students in the same order, so that no two statements wait for each other.
  const inOrder = [...filings].sort((a, b) => (a.prepared.report.studentId < b.prepared.report.studentId ? -1 : 1));
  return commit(viewer, now, (ledger) =>
    inOrder.map(({ prepared, ...filing }) => collectFiling(ledger, filing, prepared)),
  );
}

type Collected = Pick<Filing, "input" | "action" | "alongside">;

function collectFiling(ledger: Ledger, { input, action, alongside }: Collected, prepared: Prepared): FiledReport {
  const { report, events, filed, location, route, routing } = prepared;
  ledger.collect(reportRows, reportRow(report, input));
  ledger.collect(reportDayRows, ...dayRows(report.id, input, location));
  ledger.collect(reportArrivalRows, ...arrivalRows(report.id, input));
  const decision = { reportId: report.id, decidedAt: ledger.now.at, placedBy: null };
  ledger.collect(assignmentRows, toAssignmentRow(route, routing, decision));
  for (const event of events) announce(ledger, report.id, event);
  record(ledger, { action, object: { kind: "report", id: report.id }, reason: groundOf(ledger.viewer) });
  endDraft(ledger, report);
  alongside?.(ledger, filed);
  return filed;
}

/** In the same statement: what was prepared is sent, and whoever prepared it follows. Others than a school's people have no drafts. */
function endDraft(ledger: Ledger, { id, submissionId, organisationId, reporterId }: NewReport): void {
  if (reporterId === null) return;
  const sent = { submissionId, organisationId };
  ledger.collect(followerRows, { ...sent, reportId: id, senderId: reporterId });
  ledger.collect(sentDrafts, sent);
}

/** A school's own system files on the ground of the school too. */
function groundOf(viewer: Viewer): AuditAct["reason"] {
  return viewer.kind === "client" ? "own-school" : usualReason(viewer);
}

function wasOvertaken(error: unknown): boolean {
  const constraint = refusedBy(error);
  return constraint === "reports_submission_id_key" || constraint.endsWith("_report_id_fkey");
}

/** The key or check of the database that refused; empty: none did. */
function refusedBy(error: unknown): string {
  return error instanceof StatementRefused ? (error.constraint ?? "") : "";
}
