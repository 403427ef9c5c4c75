import "server-only";
import { randomBytes } from "node:crypto";
import { record } from "@/lib/audit/record.server";
import { commit, type Ledger } from "@/lib/audit/transact.server";
import { prisma } from "@/lib/db/client.server";
import { Prisma } from "@/lib/db/generated/client";
import { countMiss } from "@/lib/identity/misses.server";
import type { ClientViewer, SchoolViewer, Viewer } from "@/lib/identity/viewer";
import { announce } from "@/lib/notifications/announce.server";
import { can } from "@/lib/policy/can";
import { assignmentRows, toAssignmentRow } from "@/lib/routing/assignment.server";
import { decideRoute } from "@/lib/routing/decide";
import type { Now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { NotAllowed, type Problem } from "@/lib/shared/problem";
import { newReference } from "@/lib/shared/reference";
import { fail, ok, type Result } from "@/lib/shared/result";
import { checkDays, checkFiling } from "../filing";
import { askerOf, loadFilingFacts } from "../filing-facts.server";
import type { ReportInput } from "../input";
import { type FiledReport, openReport } from "../open-report";
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
  if (!isSchoolSide(viewer)) throw new NotAllowed("report:file");
  const days = checkDays(input, now);
  if (!days.ok) return days;
  const question = { input, submissionId: submission.id, firstDay: days.value, now };
  const { facts, readRouting } = await loadFilingFacts(viewer, question);
  if (facts.alreadyFiled !== null) return fail({ code: "already-filed", facts: facts.alreadyFiled });
  const filing = checkFiling(input, facts, days.value);
  if (!filing.ok) return refuse(viewer, now, filing.problems);
  const { location } = filing.value;
  if (!can(viewer, "report:file", { organisationId: viewer.organisationId, locationId: location.id })) {
    throw new NotAllowed("report:file");
  }
  const routing = readRouting();
  const route = decideRoute(routing.facts, routing.table);
  const ids = { id: newId(), reference: newReference(Number(now.today.slice(0, 4)), randomBytes(6)) };
  const opened = openReport({ viewer, input, filing: filing.value, route, now, ids, submissionId: submission.id });
  return store(submission, () =>
    commit(viewer, now, (ledger) => {
      ledger.collect(reportRows, reportRow(opened.report, input));
      ledger.collect(reportDayRows, ...dayRows(ids.id, input, location.lessonsPerDay));
      ledger.collect(reportArrivalRows, ...arrivalRows(ids.id, input));
      ledger.collect(
        assignmentRows,
        toAssignmentRow(route, routing.facts, { reportId: ids.id, decidedAt: now.at, placedBy: null }),
      );
      for (const event of opened.events) announce(ledger, ids.id, event);
      record(ledger, { action: "report:file", object: { kind: "report", id: ids.id }, reason: "own-school" });
      submission.alongside?.(ledger, opened.filed);
      return opened.filed;
    }),
  );
}

function isSchoolSide(viewer: Viewer): viewer is SchoolViewer | ClientViewer {
  return viewer.kind === "school" || (viewer.kind === "client" && viewer.side === "school");
}

/** Guessing at numbers of students is counted over all doors (trust A8). */
async function refuse(viewer: SchoolViewer | ClientViewer, now: Now, problems: readonly Problem[]) {
  if (problems.some((problem) => problem.code === "student-unknown")) {
    await countMiss("student-number", askerOf(viewer), now);
  }
  return fail(...problems);
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
