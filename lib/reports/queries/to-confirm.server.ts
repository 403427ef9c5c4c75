import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { recordRead } from "@/lib/audit/record.server";
import { prisma } from "@/lib/db/client.server";
import type { SchoolViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { visibleReports } from "@/lib/policy/report-rules";
import { fromColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { studentName } from "@/lib/shared/student-name";

const shown = 20;

/** What an office wrote down for this school, and the school has not confirmed yet; none for who may not confirm. */
export async function findToConfirm(viewer: SchoolViewer, now: Now) {
  const found = await prisma.report.findMany({
    relationLoadStrategy: "join",
    where: {
      AND: [
        visibleReports(viewer),
        { writtenDownById: { not: null }, confirmedAt: null, status: { not: "withdrawn" } },
      ],
    },
    orderBy: [{ filedAt: "asc" }, { id: "asc" }],
    take: shown,
    select: {
      reference: true,
      firstDay: true,
      contactName: true,
      organisationId: true,
      locationId: true,
      officeId: true,
      isProtected: true,
      student: { select: { firstName: true, prefix: true, lastName: true } },
    },
  });
  const mine = found.filter((report) => can(viewer, "report:confirm", report));
  if (mine.length === 0) return [];
  await recordRead(viewer, now, {
    action: "report:list",
    object: { kind: "report", count: mine.length },
    reason: usualReason(viewer),
  });
  return mine.map(({ reference, firstDay, contactName, student }) => ({
    reference,
    studentName: studentName(student),
    firstDay: fromColumn(firstDay),
    caller: contactName,
  }));
}
