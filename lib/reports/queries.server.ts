import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { recordRead } from "@/lib/audit/record.server";
import { prisma } from "@/lib/db/client.server";
import type { Prisma } from "@/lib/db/generated/client";
import type { Viewer } from "@/lib/identity/viewer";
import { visibleReports } from "@/lib/policy/report-rules";
import type { Now } from "@/lib/shared/clock";
import { countLimit, type Page } from "@/lib/shared/page";
import type { StorySpan } from "@/lib/timeline/span";
import {
  type ListOrder,
  listFilter,
  listOrders,
  type ReportListFilter,
  readListCursor,
  writeListCursor,
} from "./list-filter";
import { presentLine, reportLine } from "./present-line.server";
import { readReport } from "./read-report.server";
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
  const report = await readReport(viewer, reference, span);
  await recordRead(viewer, now, {
    action: "report:read",
    object: { kind: "report", id: report.id },
    reason: usualReason(viewer),
  });
  return report;
}

/** The school's own reports, newest first, a page at a time, put on the access log with their number. */
export async function listReports(viewer: Viewer, now: Now, filter: ReportListFilter): Promise<Page<ReportLine>> {
  const rows = await prisma.report.findMany({
    relationLoadStrategy: "join",
    where: { AND: [visibleReports(viewer), listFilter(filter), readListCursor(filter.cursor, filter.order)] },
    orderBy: orderOf(filter.order),
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
    nextCursor: last === undefined ? null : writeListCursor(last, filter.order),
  };
}

function orderOf(order: ListOrder = "newest"): Prisma.ReportOrderByWithRelationInput[] {
  const { moment, direction } = listOrders[order];
  return [{ [moment]: direction }, { id: direction }];
}

/** How many reports a filter finds, up to one more than the limit of counts. */
export function countReports(viewer: Viewer, filter: Omit<ReportListFilter, "cursor" | "order">): Promise<number> {
  return prisma.report.count({
    where: { AND: [visibleReports(viewer), listFilter(filter)] },
    // Without an order of ours all that fits is sorted by id before the first thousand of it are counted.
    orderBy: orderOf(),
    take: countLimit + 1,
  });
}

/** So many lines go into a file; more is for the figures. */
const exportedAtMost = 2000;

/** The same list for a file that leaves the desk, put on the access log with its number. */
export async function exportReports(
  viewer: Viewer,
  now: Now,
  filter: Omit<ReportListFilter, "cursor">,
): Promise<readonly ReportLine[]> {
  const rows = await prisma.report.findMany({
    relationLoadStrategy: "join",
    where: { AND: [visibleReports(viewer), listFilter(filter)] },
    orderBy: orderOf(filter.order),
    take: exportedAtMost,
    select: reportLine,
  });
  await recordRead(viewer, now, {
    action: "report:export",
    object: { kind: "report", count: rows.length },
    reason: usualReason(viewer),
  });
  return rows.map((row) => presentLine(viewer, row));
}

interface OfficerChoice {
  readonly id: string;
  readonly name: string;
}

/** The officers of the latest reports, to choose from; never those of protected students. */
export async function listOfficers(viewer: Viewer): Promise<readonly OfficerChoice[]> {
  const latest = await prisma.report.findMany({
    relationLoadStrategy: "join",
    where: { AND: [visibleReports(viewer), { isProtected: false, officerId: { not: null } }] },
    orderBy: [{ filedAt: "desc" }, { id: "desc" }],
    take: 200,
    select: { officer: { select: { id: true, name: true } } },
  });
  const known = new Map(latest.flatMap(({ officer }) => (officer === null ? [] : [[officer.id, officer] as const])));
  return [...known.values()].toSorted((one, other) => one.name.localeCompare(other.name, "nl"));
}
