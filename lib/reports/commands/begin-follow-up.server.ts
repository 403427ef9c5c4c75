import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { recordRead } from "@/lib/audit/record.server";
import { prisma } from "@/lib/db/client.server";
import { openText } from "@/lib/db/seal.server";
import type { Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { visibleReports } from "@/lib/policy/report-rules";
import { type CalendarDate, fromColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { readReference } from "@/lib/shared/reference";
import { studentName } from "@/lib/shared/student-name";
import type { AbsenceTypeCode } from "../absence-types";
import { absenceTypeOf } from "../record-codes";

/** What a follow-up takes over from the report that it follows, so that only what is new is asked. */
export interface FollowUp {
  readonly reference: string;
  /** Stays on the server: the screen shows who it is, not the number. */
  readonly studentNumber: string;
  readonly student: {
    readonly id: string;
    readonly name: string;
    readonly birthDate: CalendarDate;
    readonly group: string | null;
  };
  readonly location: { readonly id: string; readonly sector: string; readonly locationCode: string };
  readonly type: AbsenceTypeCode;
  readonly ownReference: string | null;
}

/** Begins a report that follows an own earlier one. Absent and not yours are both NotFound. */
export async function beginFollowUp(viewer: Viewer, reference: string, now: Now): Promise<FollowUp> {
  const report = await findFollowed(viewer, reference);
  if (!can(viewer, "report:prepare", report)) throw new NotAllowed("report:prepare");
  await recordRead(viewer, now, {
    action: "report:follow-up",
    object: { kind: "report", id: report.id },
    reason: usualReason(viewer),
  });
  const { student, location } = report;
  return {
    reference: report.reference,
    studentNumber: openText(student.numberSealed),
    student: {
      id: student.id,
      name: studentName(student),
      birthDate: fromColumn(student.birthDate),
      group: report.studentGroup,
    },
    location,
    type: absenceTypeOf(report.type),
    ownReference: report.ownReference,
  };
}

async function findFollowed(viewer: Viewer, reference: string) {
  const report = await prisma.report.findFirst({
    relationLoadStrategy: "join",
    where: {
      AND: [visibleReports(viewer), { reference: readReference(reference) ?? "", status: { not: "withdrawn" } }],
    },
    select: {
      id: true,
      reference: true,
      type: true,
      organisationId: true,
      locationId: true,
      studentGroup: true,
      ownReference: true,
      student: {
        select: { id: true, numberSealed: true, firstName: true, prefix: true, lastName: true, birthDate: true },
      },
      location: { select: { id: true, sector: true, locationCode: true } },
    },
  });
  if (report === null) throw new NotFound("report");
  return report;
}
