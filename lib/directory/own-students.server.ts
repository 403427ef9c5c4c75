import "server-only";
import { z } from "zod";
import { prisma } from "@/lib/db/client.server";
import { lookupHash } from "@/lib/db/seal.server";
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
  const scope = ownLocations(viewer);
  const hashes = new Map(
    written.flatMap((text) => {
      const read = readStudentNumber(text);
      return read.ok ? [[lookupHash("student-number", read.number), text] as const] : [];
    }),
  );
  if (scope === null || hashes.size === 0) return new Map();
  const known = [...hashes.keys()];
  const records = await prisma.student.findMany({
    where: {
      OR: [{ numberHash: { in: known } }, { otherNumberHash: { in: known } }],
      enrolments: { some: ownEnrolment(scope, now) },
    },
    select: { ...studentRecord(scope, now), numberHash: true, otherNumberHash: true },
  });
  return new Map(
    records.flatMap((record) => {
      const student = presentStudent(record);
      const text = hashes.get(record.numberHash) ?? hashes.get(record.otherNumberHash ?? "");
      return student === null || text === undefined ? [] : [[text, student] as const];
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
