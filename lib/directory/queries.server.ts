import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { recordRead } from "@/lib/audit/record.server";
import { prisma } from "@/lib/db/client.server";
import { lookupHash } from "@/lib/db/seal.server";
import { ownLocations } from "@/lib/directory/own-locations";
import { locationFields, ownEnrolment, presentStudent, studentRecord } from "@/lib/directory/present-student.server";
import { type CalendarPeriod, calendarOwners } from "@/lib/directory/school-calendar";
import { findStudentIds } from "@/lib/directory/search.server";
import { readStudentNumber } from "@/lib/directory/student-number";
import { readStudentSearch } from "@/lib/directory/student-search";
import type { OfficeChoice, OwnStudent, SchoolLocation } from "@/lib/directory/views";
import { countMiss, missesLeftSql } from "@/lib/identity/misses.server";
import type { SchoolViewer, Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { fromColumn, toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";

const lessonFields = { lessonsPerDay: true, lessonsByWeekday: true, lessonMinutes: true } as const;

/** The locations of the own school for which this viewer may act; nobody else has any. */
export async function findSchoolLocations(viewer: Viewer): Promise<readonly SchoolLocation[]> {
  const scope = ownLocations(viewer);
  if (scope === null) return [];
  return prisma.location.findMany({
    where: scope,
    orderBy: [{ name: "asc" }, { locationCode: "asc" }],
    select: { ...locationFields, city: true, ...lessonFields },
  });
}

/** A student of the own school by the whole number. Unknown and somebody else's are the same answer, and counted. */
export async function findOwnStudent(viewer: SchoolViewer, now: Now, number: string): Promise<Result<OwnStudent>> {
  const read = readStudentNumber(number);
  const scope = ownLocations(viewer);
  if (!read.ok) return fail({ code: read.code, field: "student.number" });
  if (scope === null) return fail({ code: "student-unknown", field: "student.number" });
  if (await hasMissedTooOften(viewer, now)) return fail({ code: "too-many-lookups", field: "student.number" });
  const numberHash = lookupHash("student-number", read.number);
  const record = await prisma.student.findFirst({
    where: { OR: [{ numberHash }, { otherNumberHash: numberHash }], enrolments: { some: ownEnrolment(scope, now) } },
    select: studentRecord(scope, now),
  });
  const student = record === null ? null : presentStudent(record);
  if (student === null) {
    await countMiss("student-number", viewer.accountId, now);
    return fail({ code: "student-unknown", field: "student.number" });
  }
  await recordRead(viewer, now, {
    action: "student:read",
    object: { kind: "student", id: student.id },
    reason: usualReason(viewer),
  });
  return ok(student);
}

/** Students of the own school by name, class or day of birth, twenty at most. */
export async function searchOwnStudents(viewer: SchoolViewer, now: Now, text: string): Promise<readonly OwnStudent[]> {
  const scope = ownLocations(viewer);
  const sought = readStudentSearch(text);
  if (scope === null || sought === null) return [];
  const ids = await findStudentIds(scope, sought, now);
  const records = await prisma.student.findMany({
    where: { id: { in: [...ids] } },
    select: studentRecord(scope, now),
  });
  const students = new Map(records.map((record) => [record.id, presentStudent(record)]));
  const found = ids.map((id) => students.get(id)).filter((student) => student !== undefined && student !== null);
  await recordRead(viewer, now, {
    action: "student:search",
    object: { kind: "student", count: found.length },
    reason: usualReason(viewer),
  });
  return found;
}

/** What is no school day at an own location: its region's holidays, and the school's own calendars. */
export async function findCalendar(
  viewer: Viewer,
  place: { readonly locationId: string; readonly group?: string; readonly programmeCode?: string },
  period: Pick<CalendarPeriod, "firstDay" | "lastDay">,
): Promise<readonly CalendarPeriod[]> {
  const scope = ownLocations(viewer);
  const location = scope && (await prisma.location.findFirst({ where: { AND: [scope, { id: place.locationId }] } }));
  if (!location) throw new NotFound("location");
  const municipality = await prisma.municipality.findUnique({ where: { code: location.municipalityCode } });
  const owners = calendarOwners({ ...location, ...place, holidayRegion: municipality?.holidayRegion ?? null });
  const rows = await prisma.calendarPeriod.findMany({
    where: {
      owner: { in: owners },
      firstDay: { lte: toColumn(period.lastDay) },
      lastDay: { gte: toColumn(period.firstDay) },
    },
    orderBy: { firstDay: "asc" },
  });
  return rows.map(({ kind, name, ...row }) => ({
    kind,
    name,
    firstDay: fromColumn(row.firstDay),
    lastDay: fromColumn(row.lastDay),
  }));
}

/** Every office, for whoever places a report by hand. */
export async function listOffices(viewer: Viewer): Promise<readonly OfficeChoice[]> {
  if (!can(viewer, "unroutable:list", {})) throw new NotAllowed("unroutable:list");
  return prisma.$queryRaw<OfficeChoice[]>`SELECT f.id, o.code, o.name, f.kind::text AS kind
    FROM offices f JOIN organisations o ON o.id = f.id ORDER BY o.name COLLATE "nl-x-icu", o.code`;
}

async function hasMissedTooOften(viewer: SchoolViewer, now: Now): Promise<boolean> {
  const [row] = await prisma.$queryRaw<{ hasMissed: boolean }[]>`
    SELECT ${missesLeftSql("student-number", viewer.accountId, now)} = 0 AS "hasMissed"`;
  return row?.hasMissed ?? true;
}
