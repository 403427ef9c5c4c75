import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import { openText } from "@/lib/db/seal.server";
import type { Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import type { ReportFacts } from "@/lib/policy/report-rules";
import { dayOf } from "@/lib/shared/calendar-date";
import type { HandOverView, HoldView, PapersEnd } from "./views";

/** What must be known of a report to say how its papers end. */
export const endColumns = {
  closedAt: true,
  paperHolds: { where: { liftedAt: null }, select: { heldAt: true, heldByName: true, reasonSealed: true } },
  // By way of the report: one more join beside it, and the database would not look for the best order any more.
  paperHandOvers: { select: { id: true, handedAt: true, byName: true, paperCount: true } },
} satisfies Prisma.ReportSelect;

type EndingReport = ReportFacts & Prisma.ReportGetPayload<{ select: typeof endColumns }>;
type HandOverRow = EndingReport["paperHandOvers"][number];

export interface EndingPaper {
  readonly goneAt: Date | null;
  readonly report: EndingReport;
  readonly handOverId: string | null;
}

const nothing: PapersEnd = {
  closedOn: null,
  hold: null,
  mayHold: false,
  handOver: null,
  toHandOver: null,
  goneCount: 0,
  mayProve: false,
};

/** How the papers of one report end or ended, in the eyes of this viewer. Where there never were any, nothing ends. */
export function endOf(viewer: Viewer, papers: readonly EndingPaper[]): PapersEnd {
  const report = papers[0]?.report;
  if (report === undefined) return nothing;
  const kept = papers.filter(({ goneAt }) => goneAt === null);
  const goneCount = papers.length - kept.length;
  return {
    ...(kept.length === 0 ? nothing : ofKept(viewer, report, kept)),
    handOver: toHandOver(viewer, papers),
    goneCount,
    mayProve: goneCount > 0 && can(viewer, "papers:prove", report),
  };
}

function ofKept(viewer: Viewer, report: EndingReport, kept: readonly EndingPaper[]) {
  const isToHandOver = report.closedAt !== null && kept.some((paper) => handOverOf(paper) === null);
  return {
    closedOn: report.closedAt === null ? null : dayOf(report.closedAt),
    hold: toHold(viewer, report.paperHolds),
    mayHold: can(viewer, "papers:hold", report),
    toHandOver: isToHandOver && can(viewer, "papers:hand-over", report) ? kept.length : null,
  };
}

/** Whoever opens a report again needs its papers again: what was said of them before holds no more. */
export function validHandOver<Row extends { readonly handedAt: Date }>(paper: {
  readonly report: { readonly closedAt: Date | null };
  readonly handOver: Row | null;
}): Row | null {
  const { closedAt } = paper.report;
  if (paper.handOver === null || closedAt === null) return null;
  return paper.handOver.handedAt >= closedAt ? paper.handOver : null;
}

function toHold(viewer: Viewer, [hold]: EndingReport["paperHolds"]): HoldView | null {
  if (hold === undefined) return null;
  const said = viewer.kind === "office" ? { by: hold.heldByName, reason: openText(hold.reasonSealed) } : null;
  return { since: hold.heldAt, said };
}

function handOverOf({ report, handOverId }: EndingPaper): HandOverRow | null {
  const { closedAt, paperHandOvers } = report;
  return validHandOver({ report: { closedAt }, handOver: paperHandOvers.find(({ id }) => id === handOverId) ?? null });
}

/** The last one that still counts. */
function toHandOver(viewer: Viewer, papers: readonly EndingPaper[]): HandOverView | null {
  const known = papers.flatMap((paper) => handOverOf(paper) ?? []);
  const [last] = known.toSorted((one, other) => other.handedAt.getTime() - one.handedAt.getTime());
  if (last === undefined) return null;
  const own = papers.filter(({ handOverId }) => handOverId === last.id);
  return {
    at: last.handedAt,
    count: last.paperCount,
    by: viewer.kind === "office" ? last.byName : null,
    isDone: own.every(({ goneAt }) => goneAt !== null),
  };
}
