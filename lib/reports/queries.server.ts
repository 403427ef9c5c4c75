import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { recordRead } from "@/lib/audit/record.server";
import { prisma } from "@/lib/db/client.server";
import type { Viewer } from "@/lib/identity/viewer";
import { visibleReports } from "@/lib/policy/report-rules";
import type { Now } from "@/lib/shared/clock";
import { countLimit, type Page } from "@/lib/shared/page";
import { NotFound } from "@/lib/shared/problem";
import { readReference } from "@/lib/shared/reference";
import type { StorySpan } from "@/lib/timeline/span";
import { listFilter, type ReportListFilter, readListCursor, writeListCursor } from "./list-filter";
import { presentReport } from "./present.server";
import { presentLine, reportLine } from "./present-line.server";
import { latestRecord, reportRecord } from "./report-record.server";
import type { ReportLine, ReportView } from "./views";

const pageSize = 50;

/**
 * One report with its timeline, the whole of it or its last part, put on the access log. Absent and not yours are both
 * NotFound.
 */
export async function findReport(
  viewer: Viewer,
  now: Now,
  reference: string,
  span: StorySpan = "whole",
): Promise<ReportView> {
  const known = readReference(reference);
  if (known === null) throw new NotFound("report");
  const report = await prisma.report.findFirst({
    relationLoadStrategy: "join",
    where: { AND: [visibleReports(viewer), { reference: known }] },
    select: span === "latest" ? latestRecord : reportRecord,
  });
  if (report === null) throw new NotFound("report");
  await recordRead(viewer, now, {
    action: "report:read",
    object: { kind: "report", id: report.id },
    reason: usualReason(viewer),
  });
  return presentReport(viewer, report, span);
}

/** The school's own reports, newest first, a page at a time, put on the access log with their number. */
export async function listReports(viewer: Viewer, now: Now, filter: ReportListFilter): Promise<Page<ReportLine>> {
  const rows = await prisma.report.findMany({
    relationLoadStrategy: "join",
    where: { AND: [visibleReports(viewer), listFilter(filter), readListCursor(filter.cursor)] },
    orderBy: [{ filedAt: "desc" }, { id: "desc" }],
    take: pageSize + 1,
    select: reportLine,
  });
  const page = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? page.at(-1) : undefined;
  await recordRead(viewer, now, {
    action: "report:list",
    object: { kind: "report", count: page.length },
    reason: usualReason(viewer),
  });
  return {
    rows: page.map((row) => presentLine(viewer, row)),
    nextCursor: last === undefined ? null : writeListCursor(last),
  };
}

/** How many reports a filter finds, up to one more than the limit of counts. */
export function countReports(viewer: Viewer, filter: Omit<ReportListFilter, "cursor">): Promise<number> {
  return prisma.report.count({ where: { AND: [visibleReports(viewer), listFilter(filter)] }, take: countLimit + 1 });
}
