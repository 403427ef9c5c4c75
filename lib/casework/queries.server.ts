import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { recordRead } from "@/lib/audit/record.server";
import { prisma } from "@/lib/db/client.server";
import { Prisma } from "@/lib/db/generated/client";
import { studentName } from "@/lib/directory/student-name";
import type { OfficeViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { visibleReports } from "@/lib/policy/report-rules";
import { absenceTypeOf } from "@/lib/reports/record-codes";
import { fromColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { countLimit, type Page } from "@/lib/shared/page";
import { type Handler, listHandlers } from "./handlers.server";
import { type InboxLine, type InboxView, inboxFilter, inboxOrder, readInboxCursor, writeInboxCursor } from "./inbox";

const pageSize = 50;

const inboxLine = {
  id: true,
  reference: true,
  type: true,
  hoursTotal: true,
  status: true,
  firstDay: true,
  dueAt: true,
  filedAt: true,
  changedAt: true,
  firstReactionAt: true,
  isUrgent: true,
  isProtected: true,
  student: { select: { firstName: true, prefix: true, lastName: true } },
  location: { select: { name: true } },
  organisation: { select: { name: true } },
  officer: { select: { name: true } },
  _count: { select: { arrivals: true } },
} satisfies Prisma.ReportSelect;

/** One page of a list of the office, put on the access log with its number. */
export async function listInbox(
  viewer: OfficeViewer,
  now: Now,
  { view, cursor }: { readonly view: InboxView; readonly cursor?: string | undefined },
): Promise<Page<InboxLine>> {
  const rows = await prisma.report.findMany({
    relationLoadStrategy: "join",
    where: { AND: [visibleReports(viewer), inboxFilter(view, viewer.accountId, now), readInboxCursor(view, cursor)] },
    orderBy: inboxOrder(view),
    take: pageSize + 1,
    select: inboxLine,
  });
  const page = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? page.at(-1) : undefined;
  await recordRead(viewer, now, {
    action: "inbox:list",
    object: { kind: "report", count: page.length },
    reason: usualReason(viewer),
  });
  return { rows: page.map(presentLine), nextCursor: last === undefined ? null : writeInboxCursor(view, last) };
}

type LineRecord = Prisma.ReportGetPayload<{ select: typeof inboxLine }>;

function presentLine(row: LineRecord): InboxLine {
  return {
    reference: row.reference,
    studentName: studentName(row.student),
    type: absenceTypeOf(row.type),
    schoolName: row.organisation.name,
    locationName: row.location.name,
    hoursTotal: Number(row.hoursTotal),
    arrivalCount: row._count.arrivals,
    status: row.status,
    firstDay: fromColumn(row.firstDay),
    dueAt: row.dueAt,
    filedAt: row.filedAt,
    hasReaction: row.firstReactionAt !== null,
    isUrgent: row.isUrgent,
    isProtected: row.isProtected,
    officerName: row.officer?.name ?? null,
  };
}

export type InboxCounts = Readonly<Record<Exclude<InboxView, "done">, number>>;

/** How many open reports each list holds, in one statement; each count stops just past the limit of counts. */
export async function countInbox(viewer: OfficeViewer, now: Now): Promise<InboxCounts> {
  const open = Prisma.sql`SELECT 1 FROM reports WHERE office_id = ${viewer.officeId}::uuid
    AND status IN ('registered', 'in_progress') AND (NOT is_protected OR ${viewer.protectedCases})`;
  const most = countLimit + 1;
  const [counts] = await prisma.$queryRaw<InboxCounts[]>`SELECT
    (SELECT count(*)::int FROM (${open} AND officer_id = ${viewer.accountId}::uuid LIMIT ${most}) AS found) AS mine,
    (SELECT count(*)::int FROM (${open} AND first_reaction_at IS NULL AND due_at < ${now.at} LIMIT ${most}) AS found) AS overdue,
    (SELECT count(*)::int FROM (${open} AND is_urgent LIMIT ${most}) AS found) AS urgent,
    (SELECT count(*)::int FROM (${open} AND officer_id IS NULL LIMIT ${most}) AS found) AS unassigned,
    (SELECT count(*)::int FROM (${open} LIMIT ${most}) AS found) AS team`;
  if (counts === undefined) throw new Error("counting gave no row");
  return counts;
}

/** Colleagues to whom a report may be given; empty for who does not distribute. */
export async function findColleagues(
  viewer: OfficeViewer,
  now: Now,
  isProtected: boolean,
): Promise<readonly Handler[]> {
  const facts = { organisationId: "", locationId: "", officeId: viewer.officeId, isProtected };
  if (!can(viewer, "report:assign", facts)) return [];
  return listHandlers(prisma, { officeId: viewer.officeId, isProtected }, now);
}
