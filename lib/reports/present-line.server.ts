import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import type { Viewer } from "@/lib/identity/viewer";
import { fromColumn } from "@/lib/shared/calendar-date";
import { studentName } from "@/lib/shared/student-name";
import { readerOf } from "./present.server";
import { absenceTypeOf } from "./record-codes";
import type { ReportLine } from "./views";

export const reportLine = {
  id: true,
  reference: true,
  type: true,
  firstDay: true,
  status: true,
  filedAt: true,
  changedAt: true,
  dueAt: true,
  firstReactionAt: true,
  pausedAt: true,
  ownReference: true,
  studentGroup: true,
  isProtected: true,
  student: { select: { firstName: true, prefix: true, lastName: true } },
  location: { select: { name: true } },
  office: { select: { organisation: { select: { code: true, name: true } } } },
  officer: { select: { name: true } },
} satisfies Prisma.ReportSelect;

type LineRecord = Prisma.ReportGetPayload<{ select: typeof reportLine }>;

export function presentLine(viewer: Viewer, report: LineRecord): ReportLine {
  const isHidden = report.isProtected && readerOf(viewer).side === "school";
  return {
    reference: report.reference,
    studentName: studentName(report.student),
    group: report.studentGroup,
    ownReference: report.ownReference,
    type: absenceTypeOf(report.type),
    firstDay: fromColumn(report.firstDay),
    locationName: report.location.name,
    status: report.status,
    filedAt: report.filedAt,
    changedAt: report.changedAt,
    dueAt: report.dueAt,
    hasReaction: report.firstReactionAt !== null,
    isStill: report.pausedAt !== null && report.pausedAt <= report.dueAt,
    isOfficeHidden: isHidden,
    officeName: isHidden ? null : (report.office?.organisation.name ?? null),
    officerName: isHidden ? null : (report.officer?.name ?? null),
  };
}
