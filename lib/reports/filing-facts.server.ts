import "server-only";
import { z } from "zod";
import { Prisma } from "@/lib/db/generated/client";
import { lookupHash } from "@/lib/db/seal.server";
import { ask } from "@/lib/db/statement.server";
import { hasMissedTooOftenSql } from "@/lib/identity/misses.server";
import { parseRoutingFacts, routingFactsSql } from "@/lib/routing/facts-sql.server";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { countedSince, countingSql, parseCounting } from "./counting-facts.server";
import type { Filer } from "./filer";
import type { FilingFacts } from "./filing";
import type { ReportInput } from "./input";
import { officeCalendarsSql, parseOfficeCalendar } from "./office-terms.server";

interface Question {
  readonly input: ReportInput;
  readonly submissionId: string;
  readonly firstDay: CalendarDate;
  readonly now: Now;
}

const filingFacts = z.object({
  alreadyFiled: z.object({ reference: z.string() }).nullable(),
  locations: z.array(
    z.object({
      id: z.string(),
      lessonsPerDay: z.number(),
      lessonsByWeekday: z.array(z.number()),
      lessonMinutes: z.number(),
    }),
  ),
  student: z.object({ id: z.string(), group: z.string().nullable() }).nullable(),
  overlapping: z.object({ reference: z.string() }).nullable(),
  hasMissedTooOften: z.boolean(),
  followUpTo: z.object({ id: z.string(), reference: z.string() }).nullable(),
});

/** All that filing must know, in one trip: the school's own location and student, earlier reports, the router's facts. */
export async function loadFilingFacts(filer: Filer, question: Question) {
  const numberHash = lookupHash("student-number", question.input.student.number);
  const [row] = await ask<{ facts: unknown; routing: unknown; counting: unknown; calendars: unknown }>(Prisma.sql`
    WITH own AS MATERIALIZED (${ownLocations(filer, question.input)}),
    student AS MATERIALIZED (${ownStudent(filer, numberHash, question.firstDay)}),
    found AS MATERIALIZED (SELECT jsonb_build_object(
        'alreadyFiled', (SELECT jsonb_build_object('reference', reference) FROM reports
          WHERE submission_id = ${question.submissionId}::uuid AND organisation_id = ${filer.organisationId}::uuid),
        'locations', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'lessonsPerDay', lessons_per_day,
          'lessonsByWeekday', coalesce(lessons_by_weekday, '{}'), 'lessonMinutes', lesson_minutes)), '[]') FROM own),
        'student', (SELECT jsonb_build_object('id', id, 'group', group_name) FROM student),
        'overlapping', (${overlappingReport(filer, question)}),
        'hasMissedTooOften', ${hasMissedTooOftenSql("student-number", filer.askerId, question.now)},
        'followUpTo', (SELECT jsonb_build_object('id', r.id, 'reference', r.reference) FROM reports r
          WHERE r.reference = ${question.input.followUpTo ?? ""} AND r.organisation_id = ${filer.organisationId}::uuid
            AND r.student_id = (SELECT id FROM student))
      ) AS facts,
      ${routingFactsSql({
        // Somebody else's student costs no more time than nobody.
        studentId: Prisma.sql`(SELECT id FROM student)`,
        locationId: Prisma.sql`(SELECT id FROM own LIMIT 1)`,
        stayPostcode: question.input.stay?.postcode ?? null,
        firstDay: question.firstDay,
        filedOn: question.now.today,
        type: question.input.type,
        isUrgent: question.input.urgent !== undefined,
      })} AS routing,
      ${countingSql({
        studentId: Prisma.sql`(SELECT id FROM student)`,
        locationId: Prisma.sql`(SELECT id FROM own LIMIT 1)`,
        organisationId: Prisma.sql`${filer.organisationId}::uuid`,
        seatOn: question.firstDay,
        since: countedSince(question.firstDay),
        before: question.now.at,
      })} AS counting)
    SELECT facts, routing, counting, ${officeCalendarsSql(reachedOffices, question.now)} AS calendars FROM found`);
  if (row === undefined) throw new Error("the filing facts gave no row");
  const facts: FilingFacts = { ...filingFacts.parse(row.facts), counting: parseCounting(row.counting) };
  return {
    facts,
    readRouting: () => parseRoutingFacts(row.routing),
    readCalendar: (officeId: string | null) => parseOfficeCalendar(row.calendars, officeId),
  };
}

/** The offices that the routing facts name: the report goes to one of them, or to none. */
const reachedOffices = Prisma.sql`SELECT (reached->>'id')::uuid
  FROM found, jsonb_array_elements(found.routing->'table'->'offices') reached`;

/** Own locations only: what the input names may but choose among them (trust A4). */
function ownLocations(filer: Filer, { school }: ReportInput): Prisma.Sql {
  const code = school.location.length === 2 ? `${school.brin}${school.location}` : school.location;
  const sector = school.sector === undefined ? Prisma.empty : Prisma.sql`AND l.sector = ${school.sector}::sector`;
  return Prisma.sql`SELECT l.id, l.lessons_per_day, l.lessons_by_weekday, l.lesson_minutes FROM locations l
    WHERE ${mandateFor(filer)} AND l.brin = ${school.brin} AND l.location_code = ${code} ${sector}`;
}

/** The locations, as `l`, for which this filer may file. */
function mandateFor(filer: Filer): Prisma.Sql {
  const school = Prisma.sql`l.organisation_id = ${filer.organisationId}::uuid`;
  return filer.locationIds.length > 0
    ? Prisma.sql`${school} AND l.id = ANY(${[...filer.locationIds]}::uuid[])`
    : school;
}

/** A student of an own location on the first day of absence; anybody else is as unknown as nobody. */
function ownStudent(filer: Filer, numberHash: string, firstDay: CalendarDate): Prisma.Sql {
  return Prisma.sql`SELECT s.id, e.group_name FROM students s
    JOIN enrolments e ON e.student_id = s.id
    JOIN locations l ON l.id = e.location_id AND ${mandateFor(filer)}
    WHERE (s.number_hash = ${numberHash} OR s.other_number_hash = ${numberHash})
      AND e.first_day_on <= ${firstDay}::date AND (e.last_day_on IS NULL OR e.last_day_on >= ${firstDay}::date)
    ORDER BY (e.location_id = (SELECT id FROM own LIMIT 1)) DESC NULLS LAST, e.first_day_on DESC LIMIT 1`;
}

/** Late arrivals lie beside other absence; they overlap only with each other. */
function overlappingReport(filer: Filer, { input, firstDay }: Question): Prisma.Sql {
  const lastDay = input.lastDay ?? null;
  return Prisma.sql`SELECT jsonb_build_object('reference', r.reference) FROM reports r
    WHERE r.student_id = (SELECT id FROM student) AND r.organisation_id = ${filer.organisationId}::uuid
      AND r.status <> 'withdrawn' AND (r.type = 'late_arrival') = (${input.type} = 'late_arrival')
      AND (${lastDay}::date IS NULL OR r.first_day_on <= ${lastDay}::date)
      AND (r.last_day_on IS NULL OR r.last_day_on >= ${firstDay}::date)
    ORDER BY r.filed_at DESC LIMIT 1`;
}
