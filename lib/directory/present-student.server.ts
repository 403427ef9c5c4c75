import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import type { LocationScope } from "@/lib/directory/own-locations";
import type { OwnStudent } from "@/lib/directory/views";
import { addDays, fromColumn, toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { studentName } from "@/lib/shared/student-name";

export const daysAfterLeaving = 365;

export const locationFields = {
  id: true,
  name: true,
  brin: true,
  locationCode: true,
  sector: true,
} satisfies Prisma.LocationSelect;

/** Enrolled at an own location, now or within the last year: a report may still be put right. */
export function ownEnrolment(scope: LocationScope, { today }: Now) {
  return {
    location: scope,
    firstDay: { lte: toColumn(today) },
    OR: [{ lastDay: null }, { lastDay: { gte: toColumn(addDays(today, -daysAfterLeaving)) } }],
  } satisfies Prisma.EnrolmentWhereInput;
}

export function studentRecord(scope: LocationScope, now: Now) {
  return {
    id: true,
    firstName: true,
    prefix: true,
    lastName: true,
    birthDate: true,
    numberHint: true,
    enrolments: {
      where: ownEnrolment(scope, now),
      orderBy: { firstDay: "desc" },
      take: 1,
      select: { group: true, location: { select: locationFields } },
    },
  } satisfies Prisma.StudentSelect;
}

type StudentRecord = Prisma.StudentGetPayload<{ select: ReturnType<typeof studentRecord> }>;

/** Null: not enrolled at an own location. */
export function presentStudent(record: StudentRecord): OwnStudent | null {
  const [enrolment] = record.enrolments;
  if (!enrolment?.location) return null;
  return {
    id: record.id,
    name: studentName(record),
    birthDate: fromColumn(record.birthDate),
    group: enrolment.group,
    location: enrolment.location,
    numberHint: record.numberHint,
  };
}
