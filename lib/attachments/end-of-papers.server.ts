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
} satisfies Prisma.ReportSelect;

/** The same of a paper. */
export const handOverColumns = {
  select: { handedAt: true, byName: true, paperCount: true },
} satisfies Prisma.PaperHandOverDefaultArgs;

type EndingReport = ReportFacts & Prisma.ReportGetPayload<{ select: typeof endColumns }>;
type HandOverRow = Prisma.PaperHandOverGetPayload<typeof handOverColumns>;

export interface EndingPaper {
  readonly report: EndingReport;
  readonly handOver: HandOverRow | null;
}

/** How the papers of one report end, in the eyes of this viewer. Without papers there is nothing to end. */
export function endOf(viewer: Viewer, papers: readonly EndingPaper[]): PapersEnd {
  const report = papers[0]?.report;
  if (report === undefined) return { closedOn: null, hold: null, mayHold: false, handOver: null, toHandOver: null };
  const handOvers = papers.map(validHandOver);
  const isToHandOver = report.closedAt !== null && handOvers.includes(null);
  return {
    closedOn: report.closedAt === null ? null : dayOf(report.closedAt),
    hold: toHold(viewer, report.paperHolds),
    mayHold: can(viewer, "papers:hold", report),
    handOver: toHandOver(viewer, latest(handOvers)),
    toHandOver: isToHandOver && can(viewer, "papers:hand-over", report) ? papers.length : null,
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

function latest(handOvers: readonly (HandOverRow | null)[]): HandOverRow | null {
  const known = handOvers.flatMap((one) => one ?? []);
  return known.toSorted((one, other) => other.handedAt.getTime() - one.handedAt.getTime())[0] ?? null;
}

function toHold(viewer: Viewer, [hold]: EndingReport["paperHolds"]): HoldView | null {
  if (hold === undefined) return null;
  const said = viewer.kind === "office" ? { by: hold.heldByName, reason: openText(hold.reasonSealed) } : null;
  return { since: hold.heldAt, said };
}

function toHandOver(viewer: Viewer, row: HandOverRow | null): HandOverView | null {
  if (row === null) return null;
  return { at: row.handedAt, count: row.paperCount, by: viewer.kind === "office" ? row.byName : null };
}
