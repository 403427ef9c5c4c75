import "server-only";
import { z } from "zod";
import { Prisma } from "@/lib/db/generated/client";
import { ask } from "@/lib/db/statement.server";
import { areaRow, areasByPostcode, grouped, studentShape } from "./facts-rows";
import type { PostcodeArea } from "./table";

const { enrolments, exemptions, residences, openCases, ...own } = studentShape;
const studentId = { studentId: z.string() };

/** Each table by itself: so the database makes one pass over each, and not four for every student. */
const foundRows = z.object({
  students: z.array(z.object({ hash: z.string(), ...own })),
  enrolments: z.array(enrolments.element.extend(studentId)),
  exemptions: z.array(exemptions.element.extend(studentId)),
  residences: z.array(residences.element.extend(studentId)),
  openCases: z.array(openCases.element.extend(studentId)),
  areas: z.array(areaRow),
});

export interface LoadedStudents {
  readonly byHash: ReadonlyMap<string, BatchStudent>;
  readonly areas: ReadonlyMap<string, readonly PostcodeArea[]>;
}

export type BatchStudent = ReturnType<typeof whole>;

/** Students by the hashes of their numbers, with the postcodes that may decide between municipalities. */
export async function loadStudents(numberHashes: readonly string[]): Promise<LoadedStudents> {
  const hashes = [...new Set(numberHashes)];
  const [row] = await ask<{ found: unknown }>(Prisma.sql`
    WITH given AS MATERIALIZED (SELECT ${hashes}::text[] AS hashes),
    found AS MATERIALIZED (
      SELECT number_hash AS hash, id, birth_date_on, basic_qualification_on, deceased_on, last_name FROM students
        WHERE number_hash = ANY((SELECT hashes FROM given)::text[])
      UNION ALL SELECT other_number_hash, id, birth_date_on, basic_qualification_on, deceased_on, last_name FROM students
        WHERE other_number_hash = ANY((SELECT hashes FROM given)::text[])),
    asked AS MATERIALIZED (SELECT array_agg(id) AS ids FROM found),
    lived AS MATERIALIZED (SELECT * FROM residences WHERE student_id = ANY((SELECT ids FROM asked)::uuid[])),
    unsure AS MATERIALIZED (SELECT DISTINCT postcode FROM lived WHERE postcode IS NOT NULL
      AND (municipality_code IS NULL OR municipality_code IN (SELECT old_code FROM municipality_changes)))
    SELECT json_build_object(
      'students', (SELECT coalesce(json_agg(json_build_object('hash', hash, 'id', id, 'birthDate', birth_date_on,
        'basicQualificationOn', basic_qualification_on, 'deceasedOn', deceased_on, 'lastName', last_name)), '[]')
        FROM found),
      'enrolments', (SELECT coalesce(json_agg(json_build_object('studentId', student_id, 'sector', sector,
        'firstDay', first_day_on, 'lastDay', last_day_on, 'diploma', diploma, 'locationId', location_id, 'level', level)), '[]')
        FROM enrolments WHERE student_id = ANY((SELECT ids FROM asked)::uuid[])),
      'exemptions', (SELECT coalesce(json_agg(json_build_object('studentId', student_id, 'article', article,
        'from', valid_from_on, 'until', valid_until_on)), '[]')
        FROM exemptions WHERE student_id = ANY((SELECT ids FROM asked)::uuid[])),
      'residences', (SELECT coalesce(json_agg(json_build_object('studentId', student_id, 'from', resident_from_on,
        'kind', kind, 'municipalityCode', municipality_code, 'postcode', postcode)), '[]') FROM lived),
      'openCases', (SELECT coalesce(json_agg(json_build_object('studentId', student_id, 'officeId', office_id,
        'officerId', officer_id) ORDER BY filed_at DESC, id DESC), '[]') FROM reports
        WHERE student_id = ANY((SELECT ids FROM asked)::uuid[]) AND officer_id IS NOT NULL
          AND closed_at IS NULL),
      'areas', (SELECT coalesce(json_agg(json_build_object('postcode', a.postcode,
          'municipalityCode', a.municipality_code, 'from', a.valid_from_on, 'until', a.valid_until_on)), '[]')
        FROM postcode_areas a WHERE a.postcode IN
          (SELECT postcode FROM unsure UNION SELECT left(postcode, 4) FROM unsure))
    ) AS found`);
  const found = foundRows.parse(row?.found);
  return { byHash: byHash(found), areas: areasByPostcode(found.areas) };
}

function byHash(found: z.infer<typeof foundRows>): ReadonlyMap<string, BatchStudent> {
  const ofStudent = ({ studentId }: { readonly studentId: string }) => studentId;
  const histories = {
    enrolments: grouped(found.enrolments, ofStudent),
    exemptions: grouped(found.exemptions, ofStudent),
    residences: grouped(found.residences, ofStudent),
    openCases: grouped(found.openCases, ofStudent),
  };
  return new Map(found.students.map((student) => [student.hash, whole(student, histories)]));
}

type Rows = z.infer<typeof foundRows>;
type Histories = {
  readonly [Name in "enrolments" | "exemptions" | "residences" | "openCases"]: ReadonlyMap<string, Rows[Name]>;
};

function whole(student: Rows["students"][number], histories: Histories) {
  const { id } = student;
  return {
    ...student,
    enrolments: histories.enrolments.get(id) ?? [],
    exemptions: histories.exemptions.get(id) ?? [],
    residences: histories.residences.get(id) ?? [],
    openCases: histories.openCases.get(id) ?? [],
  };
}
