import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import { absenceTypeOf } from "@/lib/reports/record-codes";
import { fromColumn } from "@/lib/shared/calendar-date";
import { studentName } from "@/lib/shared/student-name";
import type { CaseLine } from "./case";
import type { InboxLine } from "./inbox";

/** What one line of a list needs. */
export const inboxLine = {
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

type LineRecord = Prisma.ReportGetPayload<{ select: typeof inboxLine }>;

export function presentInboxLine(row: LineRecord): InboxLine {
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
    changedAt: row.changedAt,
    hasReaction: row.firstReactionAt !== null,
    isUrgent: row.isUrgent,
    isProtected: row.isProtected,
    officerName: row.officer?.name ?? null,
  };
}

/** What a decision of the router needs to be told. */
export const decision = {
  decidedAt: true,
  rule: true,
  because: true,
  tried: true,
  officer: { select: { name: true } },
} satisfies Prisma.AssignmentSelect;

export const caseLine = {
  reference: true,
  type: true,
  firstDay: true,
  lastDay: true,
  hoursTotal: true,
  status: true,
  _count: { select: { arrivals: true } },
} satisfies Prisma.ReportSelect;

export function presentCaseLine(row: Prisma.ReportGetPayload<{ select: typeof caseLine }>): CaseLine {
  return {
    reference: row.reference,
    type: absenceTypeOf(row.type),
    firstDay: fromColumn(row.firstDay),
    lastDay: row.lastDay === null ? null : fromColumn(row.lastDay),
    hoursTotal: Number(row.hoursTotal),
    arrivalCount: row._count.arrivals,
    status: row.status,
  };
}
