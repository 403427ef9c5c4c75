import "server-only";
import { prisma } from "@/lib/db/client.server";
import type { Viewer } from "@/lib/identity/viewer";
import { visibleReports } from "@/lib/policy/report-rules";
import { studentName } from "@/lib/shared/student-name";

interface Named {
  readonly name: string;
  readonly group: string | null;
}

/** The students of own reports, by reference: of a follow-up that was begun only the reference is kept. */
export async function findFollowedStudents(
  viewer: Viewer,
  references: readonly string[],
): Promise<ReadonlyMap<string, Named>> {
  if (references.length === 0) return new Map();
  const reports = await prisma.report.findMany({
    where: { AND: [visibleReports(viewer), { reference: { in: [...references] } }] },
    select: {
      reference: true,
      studentGroup: true,
      student: { select: { firstName: true, prefix: true, lastName: true } },
    },
  });
  return new Map(
    reports.map(({ reference, studentGroup, student }) => [
      reference,
      { name: studentName(student), group: studentGroup },
    ]),
  );
}
