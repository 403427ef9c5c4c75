import "server-only";
import { z } from "zod";
import { prisma } from "@/lib/db/client.server";
import { Prisma } from "@/lib/db/generated/client";
import { lookupHash } from "@/lib/db/seal.server";
import { ask } from "@/lib/db/statement.server";
import type { Viewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { ownLocations } from "./own-locations";
import { ownEnrolment, presentStudent, studentRecord } from "./present-student.server";
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
