import "server-only";
import { z } from "zod";
import { prisma } from "@/lib/db/client.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { calendarDate } from "@/lib/shared/calendar-date";
import { studentName } from "@/lib/shared/student-name";
import { type Class, isClass } from "./classes";
import { rowFacts } from "./facts";
import { isMark, type Mark } from "./marks";
import { protectedAmong } from "./protected.server";
import { withoutTraces } from "./shown-facts";
import type { OwnRegion, PreviewRow } from "./views";

export const previewSize = 50;

interface Asked {
  readonly id: string;
  readonly class: Class | null;
  /** Null: whatever was done for somebody, or nothing. */
  readonly done: Mark | null;
  /** Null: from the beginning. */
  readonly after: string | null;
}

const storedRow = z.object({
  studentId: z.uuid(),
  class: z.string().refine(isClass),
  isProtected: z.boolean(),
  facts: rowFacts,
  firstName: z.string().nullable(),
  prefix: z.string().nullable(),
  lastName: z.string().nullable(),
  birthDate: calendarDate.nullable(),
  mark: z.string().refine(isMark).nullable(),
});

/**
 * A page of the persons in a delivery and one more, with the names of the register and the marks of today. By what was
 * done nobody is found whose mark is kept from this viewer.
 */
export async function previewRows(
  viewer: PersonViewer,
  { id, class: only, done, after }: Asked,
  region: OwnRegion,
): Promise<readonly PreviewRow[]> {
  const seesProtected = viewer.kind === "office" && viewer.protectedCases;
  const found = await prisma.$queryRaw<unknown[]>`SELECT r.student_id AS "studentId", r.class,
      r.is_protected AS "isProtected", r.facts, s.first_name AS "firstName", s.prefix, s.last_name AS "lastName",
      s.birth_date_on::text AS "birthDate", d.mark
    FROM delivery_rows r LEFT JOIN students s ON s.id = r.student_id
      LEFT JOIN LATERAL (SELECT m.mark FROM delivery_marks m WHERE m.student_id = r.student_id
        AND m.region_number = ${region.number} ORDER BY m.marked_at DESC, m.id DESC LIMIT 1) d ON true
    WHERE r.delivery_id = ${id}::uuid AND (${only}::text IS NULL OR r.class = ${only}::text)
      AND (${done}::text IS NULL OR (coalesce(d.mark, 'none') = ${done}::text AND (${seesProtected} OR NOT (r.is_protected
        OR EXISTS (SELECT FROM residences p WHERE p.student_id = r.student_id AND p.kind = 'protected')))))
      AND (${after}::uuid IS NULL OR r.student_id > ${after}::uuid)
    ORDER BY r.student_id LIMIT ${previewSize + 1}`;
  const rows = found.map((row) => storedRow.parse(row));
  if (seesProtected) return rows.map(present);
  const hidden = await protectedAmong(rows.map(({ studentId }) => studentId));
  return rows.map((row) => (row.isProtected || hidden.has(row.studentId) ? presentHidden(row) : present(row)));
}

type StoredRow = z.output<typeof storedRow>;

function presentHidden({ studentId, class: name, facts }: StoredRow): PreviewRow {
  return { studentId, class: name, name: null, birthDate: null, mark: null, facts: withoutTraces(facts) };
}

function present(row: StoredRow): PreviewRow {
  const { studentId, class: name, facts, firstName, prefix, lastName, birthDate, mark } = row;
  if (firstName === null || lastName === null) return presentHidden(row);
  return {
    studentId,
    class: name,
    facts,
    name: studentName({ firstName, prefix, lastName }),
    birthDate,
    mark,
  };
}
