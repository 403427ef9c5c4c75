import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import type { Prisma } from "@/lib/db/generated/client";
import type { Viewer } from "@/lib/identity/viewer";
import { announce, takenFrom } from "@/lib/notifications/announce.server";
import { can } from "@/lib/policy/can";
import { visibleReports } from "@/lib/policy/report-rules";
import { askedOf, givenAwayBy, offeredReports } from "@/lib/policy/transfer-rules";
import type { Now } from "@/lib/shared/clock";
import { NotAllowed, NotFound, type Problem } from "@/lib/shared/problem";
import { readReference } from "@/lib/shared/reference";
import { fail, ok, type Result } from "@/lib/shared/result";
import type { NewEvent } from "@/lib/timeline/events";
import { mayMove, type Side, type Status } from "@/lib/timeline/statuses";

export const changeable = {
  id: true,
  reference: true,
  version: true,
  status: true,
  type: true,
  regime: true,
  firstDay: true,
  lastDay: true,
  organisationId: true,
  locationId: true,
  officeId: true,
  officerId: true,
  isProtected: true,
  filedAt: true,
  firstReactionAt: true,
  dueAt: true,
  nextDueAt: true,
  closeDueAt: true,
  clockFromAt: true,
  pausedAt: true,
  extendedAt: true,
  writtenDownById: true,
  confirmedAt: true,
  assignments: { orderBy: { decidedAt: "desc" }, take: 1, select: { municipalityCode: true } },
  location: { select: { lessonsPerDay: true, lessonsByWeekday: true, lessonMinutes: true } },
  student: { select: { birthDate: true } },
  office: { select: { organisation: { select: { name: true } } } },
  transfers: {
    where: { answer: null },
    take: 1,
    select: { id: true, fromOfficeId: true, toOfficeId: true, answer: true, dueOn: true },
  },
} satisfies Prisma.ReportSelect;

export type ChangeableReport = Prisma.ReportGetPayload<{ select: typeof changeable }>;

export type ReportAction =
  | "report:confirm"
  | "report:correct"
  | "report:withdraw"
  | "report:urge"
  | "report:take"
  | "report:record"
  | "report:acknowledge"
  | "report:close"
  | "report:reopen"
  | "report:assign"
  | "report:refer"
  | "report:transfer"
  | "transfer:answer";

interface Change {
  readonly reference: string;
  /** The version that the screen showed; null when the caller does not say. */
  readonly version: number | null;
  readonly action: ReportAction;
  /** Null: the outward status stays. */
  readonly move: { readonly side: Side; readonly to: Status } | null;
}

/** What a command decided: which columns change, and what stands on the timeline for it. */
export interface Plan {
  readonly columns: Prisma.ReportUncheckedUpdateManyInput;
  readonly event: NewEvent;
  readonly also?: (tx: Transaction) => Promise<unknown>;
}

/** Into whose hands it puts the report: of nobody; absent: it stays where it was. */
export function officerIn({ columns: { officerId } }: Plan): string | null | undefined {
  return officerId === null || typeof officerId === "string" ? officerId : undefined;
}

export interface ChangedReport {
  readonly reference: string;
  readonly version: number;
  readonly status: Status;
}

/**
 * Changes one report: seen, allowed, still as the screen showed it, a move that the table of statuses knows; then
 * columns, event, audit and message together. Of two who press at the same moment the second gets `report-changed`.
 */
export function changeReport(
  viewer: Viewer,
  now: Now,
  change: Change,
  decide: (report: ChangeableReport, tx: Transaction) => Result<Plan> | Promise<Result<Plan>>,
): Promise<Result<ChangedReport>> {
  return transact(viewer, now, async (tx) => {
    const report = await findChangeable(tx, change);
    if (report === null) return notAsShown(tx, change);
    if (!mayChange(viewer, change.action, report)) throw new NotAllowed(change.action);
    const refusal = await refusalOf(tx, report, change);
    if (refusal !== null) return refuse(tx, report, change, refusal);
    const plan = await decide(report, tx);
    if (!plan.ok) return refusedPlan(tx, change, plan);
    const version = report.version + 1;
    const { count } = await tx.client.report.updateMany({
      where: { id: report.id, version: report.version },
      data: { ...plan.value.columns, version, changedAt: now.at },
    });
    if (count === 0) return refuse(tx, report, change, await changedMeanwhile(tx, report));
    await plan.value.also?.(tx);
    announce(tx, report.id, plan.value.event, takenFrom(report.officerId, officerIn(plan.value)));
    record(tx, { action: change.action, object: { kind: "report", id: report.id }, reason: usualReason(viewer) });
    return ok({ reference: report.reference, version, status: plan.value.event.status });
  });
}

/** An offer that was there when the report was read and is gone now: somebody was just before this one. */
function refusedPlan(tx: Transaction, change: Change, plan: Extract<Result<Plan>, { ok: false }>) {
  return plan.problems.some(({ code }) => code === "offer-over") ? notAsShown(tx, change) : plan;
}

/** Who is offered a report finds it to answer, and for nothing else. */
function mayChange(viewer: Viewer, action: ReportAction, report: ChangeableReport): boolean {
  if (action !== "transfer:answer") return can(viewer, action, report);
  return report.transfers.some((offer) => can(viewer, action, { ...offer, isProtected: report.isProtected }));
}

/** Of two who press at one moment the one who came second stands on the access log too. */
function refuse(tx: Transaction, { id }: { readonly id: string }, { action }: Change, problem: Problem): Result<never> {
  if (problem.code === "report-changed" || problem.code === "offer-over") {
    record(tx, { action, object: { kind: "report", id }, reason: usualReason(tx.viewer), result: "refused" });
  }
  return fail(problem);
}

/**
 * Whoever had the report before him a moment ago is told that it went elsewhere, and nothing of what happened since;
 * for anybody else it is not there.
 */
async function notAsShown(tx: Transaction, change: Change): Promise<Result<never>> {
  const { client, viewer } = tx;
  const reference = readReference(change.reference) ?? "";
  const last = await lastKnown(tx, reference);
  if (last !== null) {
    const facts = { status: last.status, who: last.actorName };
    return refuse(tx, { id: last.reportId }, change, { code: "report-changed", facts });
  }
  const { report, ...asked } = askedOf(viewer);
  const over = await client.caseTransfer.findFirst({
    where: { ...asked, report: { ...report, reference } },
    select: { reportId: true },
  });
  if (over === null) throw new NotFound("report");
  return refuse(tx, { id: over.reportId }, change, { code: "offer-over" });
}

/** The hand-over by which this viewer's office lost the report, or by which it has it now. */
async function lastKnown({ client, viewer }: Transaction, reference: string) {
  const { report: scope, ...given } = givenAwayBy(viewer);
  const gone = await client.caseTransfer.findFirst({
    where: { ...given, report: { AND: [scope, { reference }] } },
    orderBy: { answeredAt: "desc" },
    select: { reportId: true, answeredAt: true, offeredAt: true },
  });
  const where =
    gone === null
      ? { report: { AND: [{ reference }, visibleReports(viewer)] } }
      : { reportId: gone.reportId, at: { lte: gone.answeredAt ?? gone.offeredAt } };
  return client.event.findFirst({
    where: { kind: { in: ["referred", "transfer_accepted"] }, ...where },
    orderBy: { id: "desc" },
    select: { actorName: true, status: true, reportId: true },
  });
}

async function findChangeable(tx: Transaction, { reference, action }: Change): Promise<ChangeableReport | null> {
  const known = readReference(reference);
  const scope = action === "transfer:answer" ? offeredReports(tx.viewer) : visibleReports(tx.viewer);
  if (known === null) throw new NotFound("report");
  return tx.client.report.findFirst({
    relationLoadStrategy: "join",
    where: { AND: [scope, { reference: known }] },
    select: changeable,
  });
}

async function refusalOf(tx: Transaction, report: ChangeableReport, change: Change): Promise<Problem | null> {
  if (change.version !== null && change.version !== report.version) return changedMeanwhile(tx, report);
  if (change.move !== null && !mayMove(change.move.side, report.status, change.move.to)) {
    return { code: "move-not-possible", facts: { status: report.status } };
  }
  return null;
}

function isOfSchool(viewer: Viewer): boolean {
  return viewer.kind === "school" || (viewer.kind === "client" && viewer.side === "school");
}

/** Says what the report is now, and who changed it last. */
async function changedMeanwhile(tx: Transaction, report: ChangeableReport): Promise<Problem> {
  const last = await tx.client.event.findFirst({
    where: { reportId: report.id },
    orderBy: { id: "desc" },
    select: { actorName: true, actorSide: true, status: true },
  });
  const isHidden = report.isProtected && last?.actorSide === "office" && isOfSchool(tx.viewer);
  const who = last === null || isHidden ? "" : last.actorName;
  return { code: "report-changed", facts: { status: last?.status ?? report.status, who } };
}
