import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { recordRead } from "@/lib/audit/record.server";
import { prisma } from "@/lib/db/client.server";
import type { Prisma } from "@/lib/db/generated/client";
import type { PersonViewer, SchoolViewer } from "@/lib/identity/viewer";
import { visibleReports } from "@/lib/policy/report-rules";
import { fromColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { studentName } from "@/lib/shared/student-name";
import { askConversation } from "./conversation-sql.server";
import { presentConversation } from "./present.server";
import { requestCodeOf } from "./request-kinds";
import type { AskedLine, ConversationView } from "./views";

/** All that was said about a report that this viewer may see; reading it marks it as read. */
export async function findConversation(viewer: PersonViewer, now: Now, reportId: string): Promise<ConversationView> {
  const row = await askConversation(viewer, now, reportId);
  if (row === undefined) throw new NotFound("report");
  return presentConversation({ viewer, now, row });
}

const askedColumns = {
  id: true,
  kind: true,
  office: true,
  dueOn: true,
  report: {
    select: {
      reference: true,
      ownReference: true,
      studentGroup: true,
      isProtected: true,
      student: { select: { firstName: true, prefix: true, lastName: true } },
    },
  },
} satisfies Prisma.RequestSelect;

const askedMost = 50;

/** What offices ask of this school and nobody answered yet, what is due first on top. */
export async function listAsked(viewer: SchoolViewer, now: Now): Promise<readonly AskedLine[]> {
  const rows = await prisma.request.findMany({
    relationLoadStrategy: "join",
    where: {
      answeredAt: null,
      droppedAt: null,
      report: { AND: [visibleReports(viewer), { closedAt: null }] },
    },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    take: askedMost,
    select: askedColumns,
  });
  if (rows.length === 0) return [];
  await recordRead(viewer, now, {
    action: "request:list",
    object: { kind: "report", count: rows.length },
    reason: usualReason(viewer),
  });
  return rows.map(({ id, kind, office, dueOn, report }) => ({
    id,
    reference: report.reference,
    kind: requestCodeOf(kind),
    studentName: studentName(report.student),
    group: report.studentGroup,
    ownReference: report.ownReference,
    office: report.isProtected ? null : office,
    dueOn: fromColumn(dueOn),
    isLate: fromColumn(dueOn) < now.today,
  }));
}
