import "server-only";
import { record } from "@/lib/audit/record.server";
import { commit, type Ledger } from "@/lib/audit/transact.server";
import { StatementRefused } from "@/lib/db/statement.server";
import type { Viewer } from "@/lib/identity/viewer";
import { announce } from "@/lib/notifications/announce.server";
import { assignmentRows, toAssignmentRow } from "@/lib/routing/assignment.server";
import type { Now } from "@/lib/shared/clock";
import { ok, type Result } from "@/lib/shared/result";
import { followerRows, sentDrafts } from "../draft-rows.server";
import type { ReportInput } from "../input";
import type { FiledReport } from "../open-report";
import { prepareFiling } from "../prepare-filing.server";
import { arrivalRows, dayRows } from "../report-rows";
import { type NewReport, reportArrivalRows, reportDayRows, reportRow, reportRows } from "../store.server";

interface Submission {
  /** The same form or call sent twice carries the same id, and makes one report. */
  readonly id: string;
  /** What a door stores beside the report, in the same statement. */
  readonly alongside?: (ledger: Ledger, filed: FiledReport) => void;
}

interface Sending {
  readonly viewer: Viewer;
  readonly input: ReportInput;
  readonly now: Now;
  readonly submission: Submission;
}

/**
 * Files a report: the whole of it (report, assignment, events, audit, outbox) or nothing, in one statement.
 * Refuses what a school can mend as problems; a report that nobody is competent for is filed as unroutable.
 */
export async function fileReport(
  viewer: Viewer,
  input: ReportInput,
  now: Now,
  submission: Submission,
): Promise<Result<FiledReport>> {
  const prepared = await prepareFiling(viewer, input, now, { submissionId: submission.id, right: "report:file" });
  if (!prepared.ok) return prepared;
  const { report, events, filed, location, route, routing } = prepared.value;
  return store({ viewer, input, now, submission }, () =>
    commit(viewer, now, (ledger) => {
      ledger.collect(reportRows, reportRow(report, input));
      ledger.collect(reportDayRows, ...dayRows(report.id, input, location));
      ledger.collect(reportArrivalRows, ...arrivalRows(report.id, input));
      const decision = { reportId: report.id, decidedAt: now.at, placedBy: null };
      ledger.collect(assignmentRows, toAssignmentRow(route, routing, decision));
      for (const event of events) announce(ledger, report.id, event);
      record(ledger, { action: "report:file", object: { kind: "report", id: report.id }, reason: "own-school" });
      endDraft(ledger, report);
      submission.alongside?.(ledger, filed);
      return filed;
    }),
  );
}

/** In the same statement: what was prepared is sent, and whoever prepared it follows. A coupled system has no drafts. */
function endDraft(ledger: Ledger, { id, submissionId, organisationId, reporterId }: NewReport): void {
  if (reporterId === null) return;
  const sent = { submissionId, organisationId };
  ledger.collect(followerRows, { ...sent, reportId: id, senderId: reporterId });
  ledger.collect(sentDrafts, sent);
}

/**
 * What another send at the same moment made of this one: of one submission the second meets the unique key and hears of
 * the first; of two about the same days the second hears that they overlap.
 */
async function store(
  { viewer, input, now, submission }: Sending,
  save: () => Promise<FiledReport>,
): Promise<Result<FiledReport>> {
  try {
    return ok(await save());
  } catch (error) {
    if (!wasOvertaken(error)) throw error;
    const again = await prepareFiling(viewer, input, now, { submissionId: submission.id, right: "report:file" });
    if (again.ok) throw error;
    return again;
  }
}

function wasOvertaken(error: unknown): boolean {
  if (!(error instanceof StatementRefused)) return false;
  const { constraint = "" } = error;
  return constraint === "reports_submission_id_key" || constraint.endsWith("_report_id_fkey");
}
