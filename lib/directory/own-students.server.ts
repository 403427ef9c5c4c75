import "server-only";
import { z } from "zod";
import { prisma } from "@/lib/db/client.server";
import { Prisma } from "@/lib/db/generated/client";
import { lookupHash } from "@/lib/db/seal.server";
import { ask } from "@/lib/db/statement.server";
import type { Viewer } from "@/lib/identity/viewer";
import { addDays } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { ownLocations } from "./own-locations";
import { daysAfterLeaving, ownEnrolment, presentStudent, studentRecord } from "./present-student.server";
import { readStudentNumber } from "./student-number";
import type { OwnStudent } from "./views";

/** Students of own locations by the numbers as they were written; a number of nobody there gives nobody. */
export async function findOwnStudents(
  viewer: Viewer,
  now: Now,
  written: readonly string[],
): Promise<ReadonlyMap<string, OwnStudent>> {
  const hashes = new Map(
    written.flatMap((text) => {
      const read = readStudentNumber(text);
      return read.ok ? [[lookupHash("student-number", read.number), text] as const] : [];
    }),
  );
  if (ownLocations(viewer) === null || hashes.size === 0) return new Map();
  const known = [...hashes.keys()];
  // By number first: asked for both at once, the database went through all students of the school.
  const numbered = await ask<{ id: string; hash: string }>(Prisma.sql`
    SELECT id, number_hash AS hash FROM students WHERE number_hash = ANY(${known}::text[])
    UNION ALL SELECT id, other_number_hash FROM students WHERE other_number_hash = ANY(${known}::text[])`);
  const own = await findChosenStudents(viewer, now, [...new Set(numbered.map(({ id }) => id))]);
  return new Map(
    numbered.flatMap(({ id, hash }) => {
      const [student, text] = [own.get(id), hashes.get(hash)];
      return student === undefined || text === undefined ? [] : [[text, student] as const];
    }),
  );
}

/** Of the numbers as they were written, the own location where the student was last; a number of nobody there has none. */
export async function findUsualLocations(
  viewer: Viewer,
  { today }: Now,
  written: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const hashes = new Map(
    written.flatMap((text) => {
      const read = readStudentNumber(text);
      return read.ok ? [[text, lookupHash("student-number", read.number)] as const] : [];
    }),
  );
  const scope = ownLocations(viewer);
  if (scope === null || hashes.size === 0) return new Map();
  const known = [...new Set(hashes.values())];
  const found = await ask<{ hash: string; locationId: string }>(Prisma.sql`
    SELECT n.hash, e.location_id AS "locationId" FROM (
      SELECT id, number_hash AS hash FROM students WHERE number_hash = ANY(${known}::text[])
      UNION ALL SELECT id, other_number_hash FROM students WHERE other_number_hash = ANY(${known}::text[])) n
    CROSS JOIN LATERAL (SELECT k.location_id FROM enrolments k JOIN locations l ON l.id = k.location_id
      WHERE k.student_id = n.id AND l.organisation_id = ${scope.organisationId}::uuid
      AND (${scope.id === undefined}::boolean OR l.id = ANY(${scope.id?.in ?? []}::uuid[])) AND k.first_day_on <= ${today}::date
      AND (k.last_day_on IS NULL OR k.last_day_on >= ${addDays(today, -daysAfterLeaving)}::date)
      ORDER BY k.first_day_on DESC LIMIT 1) e`);
  const locations = new Map(found.map(({ hash, locationId }) => [hash, locationId]));
  return new Map(
    [...hashes].flatMap(([text, hash]) => {
      const locationId = locations.get(hash);
      return locationId === undefined ? [] : [[text, locationId] as const];
    }),
  );
}

/** The same for those who were chosen from a list. */
export async function findChosenStudents(
  viewer: Viewer,
  now: Now,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OwnStudent>> {
  const scope = ownLocations(viewer);
  const known = ids.filter((id) => z.uuid().safeParse(id).success);
  if (scope === null || known.length === 0) return new Map();
  const records = await prisma.student.findMany({
    where: { id: { in: known }, enrolments: { some: ownEnrolment(scope, now) } },
    select: studentRecord(scope, now),
  });
  return new Map(
    records.flatMap((record) => {
      const student = presentStudent(record);
      return student === null ? [] : [[record.id, student] as const];
    }),
  );
}
