import "server-only";
import { record } from "@/lib/audit/record.server";
import { commit, type Ledger } from "@/lib/audit/transact.server";
import { prisma } from "@/lib/db/client.server";
import { Prisma } from "@/lib/db/generated/client";
import type { Viewer } from "@/lib/identity/viewer";
import { announce } from "@/lib/notifications/announce.server";
import { assignmentRows, toAssignmentRow } from "@/lib/routing/assignment.server";
import type { Now } from "@/lib/shared/clock";
import { fail, ok, type Result } from "@/lib/shared/result";
import type { ReportInput } from "../input";
import type { FiledReport } from "../open-report";
import { prepareFiling } from "../prepare-filing.server";
import { arrivalRows, dayRows } from "../report-rows";
import { reportArrivalRows, reportDayRows, reportRow, reportRows } from "../store.server";

interface Submission {
  /** The same form or call sent twice carries the same id, and makes one report. */
  readonly id: string;
  /** What a door stores beside the report, in the same statement. */
  readonly alongside?: (ledger: Ledger, filed: FiledReport) => void;
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
  const prepared = await prepareFiling(viewer, input, now, submission.id);
  if (!prepared.ok) return prepared;
  const { report, events, filed, location, route, routingFacts } = prepared.value;
  return store(submission, () =>
    commit(viewer, now, (ledger) => {
      ledger.collect(reportRows, reportRow(report, input));
      ledger.collect(reportDayRows, ...dayRows(report.id, input, location.lessonsPerDay));
      ledger.collect(reportArrivalRows, ...arrivalRows(report.id, input));
      const decision = { reportId: report.id, decidedAt: now.at, placedBy: null };
      ledger.collect(assignmentRows, toAssignmentRow(route, routingFacts, decision));
      for (const event of events) announce(ledger, report.id, event);
      record(ledger, { action: "report:file", object: { kind: "report", id: report.id }, reason: "own-school" });
      submission.alongside?.(ledger, filed);
      return filed;
    }),
  );
}

/** Two sends of one submission at the same moment: the second meets the unique key and hears of the first. */
async function store(submission: Submission, save: () => Promise<FiledReport>): Promise<Result<FiledReport>> {
  try {
    return ok(await save());
  } catch (error) {
    if (!isDoubleSubmission(error)) throw error;
    const { reference } = await prisma.report.findUniqueOrThrow({
      where: { submissionId: submission.id },
      select: { reference: true },
    });
    return fail({ code: "already-filed", facts: { reference } });
  }
}

function isDoubleSubmission(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return `${error.message} ${JSON.stringify(error.meta)}`.includes("reports_submission_id_key");
}
