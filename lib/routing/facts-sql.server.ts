import "server-only";
import { z } from "zod";
import { Prisma } from "@/lib/db/generated/client";
import { ask } from "@/lib/db/statement.server";
import { type CalendarDate, calendarDate } from "@/lib/shared/calendar-date";
import { levelAt, type RoutingFacts } from "./facts";
import { officeRows, reachRows, studentRow, type TableRows, toRoutingTable } from "./facts-rows";
import { type GivenWork, withGiven } from "./given-work";
import { reachedOfficesSql } from "./officers-sql.server";
import { studentRowSql } from "./student-sql.server";
import { surnameLetters } from "./surname-letters";
import type { RoutingTable } from "./table";

interface RoutingQuestion {
  /** An expression that gives an id. */
  readonly studentId: Prisma.Sql;
  /** An id, or an expression that gives one. */
  readonly locationId: Prisma.Sql | string;
  /** What follows may be an expression too, for a statement that asks about many. */
  readonly stayPostcode: string | Prisma.Sql | null;
  readonly firstDay: CalendarDate | Prisma.Sql;
  readonly filedOn: CalendarDate;
  /** The kind of absence. */
  readonly type: string | Prisma.Sql;
  readonly isUrgent: boolean | Prisma.Sql;
}

/**
 * What decides where one report goes, as one jsonb expression, so that it can ride in a larger SELECT: the student with
 * his histories, and which offices these can reach. What those offices have is `reachedOfficesSql`.
 *
 * Each OFFSET 0 keeps a look-up by key: the planner guesses that a WITH gives many rows, and would read the whole
 * country's table for each report.
 */
export function routingFactsSql(question: RoutingQuestion): Prisma.Sql {
  const { studentId, stayPostcode, firstDay, filedOn, type, isUrgent } = question;
  const locationId = asExpression(question.locationId);
  return Prisma.sql`(WITH RECURSIVE
    routed AS MATERIALIZED (SELECT s.* FROM students s WHERE s.id = ${studentId}),
    place_asked AS MATERIALIZED (SELECT ${locationId} AS location_id),
    home AS MATERIALIZED (SELECT r.municipality_code, r.postcode FROM residences r
      WHERE r.student_id = (SELECT id FROM routed) AND r.resident_from_on <= ${firstDay}::date
      ORDER BY r.resident_from_on DESC LIMIT 1),
    area AS MATERIALIZED (SELECT a.* FROM postcode_areas a
      WHERE a.postcode = ANY(ARRAY(SELECT ${stayPostcode}::text UNION ALL SELECT left(${stayPostcode}::text, 4)
          UNION ALL SELECT postcode FROM home UNION ALL SELECT left(postcode, 4) FROM home))
        AND a.valid_from_on <= ${filedOn}::date AND (a.valid_until_on IS NULL OR a.valid_until_on >= ${filedOn}::date)),
    reach AS ((SELECT municipality_code AS code FROM home WHERE municipality_code IS NOT NULL
        UNION SELECT municipality_code FROM area
          WHERE ${stayPostcode}::text IS NOT NULL OR (SELECT municipality_code FROM home) IS NULL)
      UNION SELECT c.new_code FROM reach JOIN municipality_changes c ON c.old_code = reach.code
        WHERE c.effective_on <= ${filedOn}::date),
    competent AS MATERIALIZED (SELECT c.* FROM reach CROSS JOIN LATERAL (SELECT k.* FROM competences k
      WHERE k.municipality_code = reach.code AND k.valid_from_on <= ${filedOn}::date
        AND (k.valid_until_on IS NULL OR k.valid_until_on >= ${filedOn}::date)
          OFFSET 0) c)
    SELECT jsonb_build_object(
      'firstDay', ${firstDay}::text, 'filedOn', ${filedOn}::text, 'stayPostcode', ${stayPostcode}::text,
      'type', ${type}::text, 'isUrgent', ${isUrgent}::boolean,
      'locationId', (SELECT location_id FROM place_asked),
      'schoolId', (SELECT organisation_id FROM locations WHERE id = (SELECT location_id FROM place_asked)),
      'student', (SELECT ${studentRowSql} FROM routed s),
      'isProtected', EXISTS (SELECT 1 FROM residences r
        WHERE r.student_id = (SELECT id FROM routed) AND r.kind = 'protected'),
      'officeIds', (SELECT coalesce(jsonb_agg(DISTINCT office_id), '[]') FROM competent),
      'table', jsonb_build_object(
        'municipalities', (SELECT coalesce(jsonb_agg(jsonb_build_object('code', m.code, 'name', m.name)), '[]')
          FROM reach CROSS JOIN LATERAL (SELECT k.* FROM municipalities k WHERE k.code = reach.code OFFSET 0) m),
        'changes', (SELECT coalesce(jsonb_agg(jsonb_build_object('oldCode', c.old_code, 'newCode', c.new_code,
          'effectiveOn', c.effective_on, 'kind', c.kind)), '[]')
          FROM reach JOIN municipality_changes c ON c.old_code = reach.code WHERE c.effective_on <= ${filedOn}::date),
        'areas', (SELECT coalesce(jsonb_agg(jsonb_build_object('postcode', postcode,
          'municipalityCode', municipality_code, 'from', valid_from_on, 'until', valid_until_on)), '[]') FROM area),
        'competences', (SELECT coalesce(jsonb_agg(jsonb_build_object('officeId', office_id,
          'municipalityCode', municipality_code, 'regime', regime, 'from', valid_from_on, 'until', valid_until_on)), '[]')
          FROM competent)
      )))`;
}

/** Asks about one report: what `routingFactsSql` and `reachedOfficesSql` give. */
export async function askRouting(question: RoutingQuestion) {
  const [row] = await ask<{ routing: unknown; offices: unknown }>(Prisma.sql`
    WITH known AS MATERIALIZED (SELECT ${routingFactsSql(question)} AS routing)
    SELECT known.routing, ${reachedOfficesSql(question.filedOn)} AS offices FROM known`);
  if (row === undefined) throw new Error("the router was asked and not answered");
  return row;
}

const routingAnswer = z.object({
  firstDay: calendarDate,
  filedOn: calendarDate,
  stayPostcode: z.string().nullable(),
  locationId: z.string().nullable(),
  schoolId: z.string().nullable(),
  type: z.string(),
  isUrgent: z.boolean(),
  student: studentRow.nullable(),
  officeIds: z.array(z.string()),
  table: reachRows,
});

/** What the offices have that some reports can reach, read once for all of these reports. */
export type ReachedOffices = z.infer<typeof officeRows>;

/** Reads what `reachedOfficesSql` gave. */
export function parseReachedOffices(json: unknown): ReachedOffices {
  return officeRows.parse(json);
}

export interface RoutingQuestionAnswered {
  readonly facts: RoutingFacts;
  readonly table: RoutingTable;
  /** The rows that the table was made of. */
  readonly rows: TableRows;
}

/**
 * Reads what `routingFactsSql` gave, beside the offices that it can reach. Ask it only about a student and a location that are there. Of several reports that
 * were asked about at once, each of the later ones is told what the earlier ones gave.
 */
export function parseRoutingFacts(
  json: unknown,
  reached: ReachedOffices,
  given: GivenWork = new Map(),
): RoutingQuestionAnswered {
  const answered = parseRoutingAnswer(json, reached, given);
  if (answered === null) throw new Error("the student or the location of the routing facts is not there");
  return answered;
}

/** Null: there is no such student, or no such location. */
export function parseRoutingAnswer(
  json: unknown,
  reached: ReachedOffices,
  given: GivenWork = new Map(),
): RoutingQuestionAnswered | null {
  const answer = routingAnswer.parse(json);
  const { student: row, locationId, schoolId, stayPostcode, officeIds, table: reach, ...report } = answer;
  if (row === null || locationId === null || schoolId === null) return null;
  const { residences, openCases, lastName, ...student } = row;
  const stay = stayPostcode === null ? null : { postcode: stayPostcode };
  const level = levelAt(student.enrolments, locationId, report.firstDay);
  const letters = surnameLetters(lastName);
  const table = withGiven({ ...reach, ...ofOffices(reached, officeIds, locationId) }, given);
  return {
    facts: { ...report, student, residences, openCases, stay, locationId, schoolId, letters, level },
    table: toRoutingTable(table),
    rows: table,
  };
}

/** Of the offices those that one report can reach, and of the locations that an officer cares for the one it is about. */
function ofOffices(reached: ReachedOffices, officeIds: readonly string[], locationId: string): ReachedOffices {
  return {
    offices: reached.offices.filter(({ id }) => officeIds.includes(id)),
    officers: reached.officers
      .filter(({ officeId }) => officeIds.includes(officeId))
      .map((officer) => ({ ...officer, locationIds: officer.locationIds.filter((id) => id === locationId) })),
    ruleSets: reached.ruleSets.filter(({ officeId }) => officeIds.includes(officeId)),
  };
}

function asExpression(id: Prisma.Sql | string): Prisma.Sql {
  return typeof id === "string" ? Prisma.sql`${id}::uuid` : id;
}
