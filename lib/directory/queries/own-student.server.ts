import "server-only";
import { z } from "zod";
import { usualReason } from "@/lib/audit/entry";
import { recordRead } from "@/lib/audit/record.server";
import { prisma } from "@/lib/db/client.server";
import { openText } from "@/lib/db/seal.server";
import type { Viewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { ownLocations } from "../own-locations";
import { ownEnrolment, presentStudent, studentRecord } from "../present-student.server";
import type { OwnStudent } from "../views";

export interface OpenedStudent {
  readonly student: OwnStudent;
  /** Stays on the server: the screen shows who it is, not the number. */
  readonly number: string;
}

/** A student of the own school who was chosen from a list. Absent and somebody else's are both NotFound. */
export async function openOwnStudent(viewer: Viewer, now: Now, id: string): Promise<OpenedStudent> {
  const scope = ownLocations(viewer);
  if (scope === null || !z.uuid().safeParse(id).success) throw new NotFound("student");
  const record = await prisma.student.findFirst({
    where: { id, enrolments: { some: ownEnrolment(scope, now) } },
    select: { ...studentRecord(scope, now), numberSealed: true },
  });
  const student = record === null ? null : presentStudent(record);
  if (record === null || student === null) throw new NotFound("student");
  await recordRead(viewer, now, {
    action: "student:read",
    object: { kind: "student", id },
    reason: usualReason(viewer),
  });
  return { student, number: openText(record.numberSealed) };
}
