import type { Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import type { ReportFacts } from "@/lib/policy/report-rules";
import { isOver, mayMove, type Status, statuses } from "@/lib/timeline/statuses";
import type { ReportAllows } from "./views";

interface AllowedFacts extends ReportFacts {
  readonly status: Status;
  readonly pausedAt: Date | null;
  readonly extendedAt: Date | null;
  readonly firstReactionAt: Date | null;
  readonly nextDueAt: Date | null;
  readonly writtenDownById: string | null;
  readonly confirmedAt: Date | null;
}

/** What the viewer may do with a report in this status: policy and table of statuses together. */
export function allowsOf(viewer: Viewer, report: AllowedFacts): ReportAllows {
  const { status } = report;
  const ofOffice = (to: Status) => mayMove("office", status, to);
  return {
    ...ofSchool(viewer, report),
    take: status !== "closed" && ofOffice("in_progress") && can(viewer, "report:take", report),
    record: !isOver(status) && can(viewer, "report:record", report),
    callOff: isOver(status) && can(viewer, "report:record", report),
    ...keepingClock(viewer, report),
    acknowledge: ofOffice("noted") && can(viewer, "report:acknowledge", report),
    close: ofOffice("closed") && can(viewer, "report:close", report),
    reopen: status === "closed" && can(viewer, "report:reopen", report),
    ...sendingOn(viewer, report),
    ...exchanging(viewer, report),
    assign: !isOver(status) && can(viewer, "report:assign", report),
  };
}

/** What the school does with its own report. */
function ofSchool(viewer: Viewer, report: AllowedFacts) {
  const { status, writtenDownById, confirmedAt } = report;
  const isAlive = status !== "withdrawn";
  return {
    correct: !isOver(status) && can(viewer, "report:correct", report),
    withdraw: mayMove("school", status, "withdrawn") && can(viewer, "report:withdraw", report),
    confirm: isAlive && writtenDownById !== null && confirmedAt === null && can(viewer, "report:confirm", report),
    followUp: isAlive && can(viewer, "report:prepare", report),
  };
}

/** A clock stands still, goes on or gets more time only while it runs for an open report. */
function keepingClock(viewer: Viewer, report: AllowedFacts) {
  const mayKeep = statuses[report.status].open && can(viewer, "report:record", report);
  const isPromised = report.firstReactionAt === null || report.nextDueAt !== null;
  return {
    urge: statuses[report.status].open && can(viewer, "report:urge", report),
    pause: mayKeep,
    resume: mayKeep && report.pausedAt !== null,
    extend: mayKeep && isPromised && report.extendedAt === null,
  };
}

/** What is asked, what is sent along between the two sides, and what may be taken out of the desk. */
function exchanging(viewer: Viewer, report: AllowedFacts) {
  const { status } = report;
  return {
    ask: statuses[status].open && can(viewer, "request:ask", report),
    attach: status !== "withdrawn" && can(viewer, "attachment:add", report),
    dossier: can(viewer, "dossier:take", report),
  };
}

/** What is no longer open goes to no other office. */
function sendingOn(viewer: Viewer, report: ReportFacts & { readonly status: Status }) {
  const { open } = statuses[report.status];
  return {
    refer: open && can(viewer, "report:refer", report),
    transfer: open && can(viewer, "report:transfer", report),
  };
}
