import "server-only";
import { z } from "zod";
import { Prisma } from "@/lib/db/generated/client";
import { lookupHash } from "@/lib/db/seal.server";
import { ask } from "@/lib/db/statement.server";
import { missesLeftSql } from "@/lib/identity/misses.server";
import {
  parseReachedOffices,
  parseRoutingFacts,
  type ReachedOffices,
  routingFactsSql,
} from "@/lib/routing/facts-sql.server";
import type { GivenWork } from "@/lib/routing/given-work";
import { reachedOfficeIdsSql, reachedOfficesSql } from "@/lib/routing/officers-sql.server";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { countedSince, countingSql, parseCounting } from "./counting-facts.server";
import type { Filer } from "./filer";
import type { FilingFacts } from "./filing";
import type { ReportInput } from "./input";
import { calendarOf, officeCalendarsSql, parseOfficeCalendars } from "./office-terms.server";

export interface FilingQuestion {
  readonly input: ReportInput;
  readonly submissionId: string;
  readonly firstDay: CalendarDate;
}

/** All that the desk knows when one report comes in. */
export type KnownFiling = ReturnType<typeof parseKnown>;

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
  missesLeft: z.number(),
  followUpTo: z.object({ id: z.string(), reference: z.string() }).nullable(),
});

const answer = z.object({ at: z.int(), facts: z.unknown(), routing: z.unknown(), counting: z.unknown() });
const sharedAnswer = z.object({ offices: z.unknown(), calendars: z.unknown() });

/**
 * All that filing must know, in one trip, however many reports it is about: the school's own locations and students,
 * earlier reports, the router's facts. What the offices have comes once, with the first.
 */
export async function loadFilingFacts(
  filer: Filer,
  questions: readonly FilingQuestion[],
  now: Now,
): Promise<ReadonlyMap<FilingQuestion, KnownFiling>> {
  if (questions.length === 0) return new Map();
  const asked = JSON.stringify(questions.map((question, at) => ({ at, ...askedOf(question) })));
  const rows = await ask(Prisma.sql`
    WITH known AS MATERIALIZED (SELECT asked.at, found.* FROM jsonb_to_recordset(${asked}::jsonb) AS asked(at int,
        submission_id uuid, number_hash text, brin text, location_code text, sector text, first_day date, since date,
        last_day date, type text, is_urgent boolean, stay_postcode text, follow_up_to text)
      CROSS JOIN LATERAL (${knownSql(filer, now)}) AS found)
    SELECT known.*, CASE WHEN at = 0 THEN ${reachedOfficesSql(now.today)} END AS offices,
      CASE WHEN at = 0 THEN ${officeCalendarsSql(reachedOfficeIdsSql, now)} END AS calendars FROM known ORDER BY at`);
  const { offices, calendars } = sharedAnswer.parse(rows[0]);
  const shared = { reached: parseReachedOffices(offices), calendars: parseOfficeCalendars(calendars) };
  const answers = new Map(rows.map((row) => answer.parse(row)).map((row) => [row.at, parseKnown(row, shared)]));
  return new Map(
    questions.flatMap((question, at) => {
      const known = answers.get(at);
      return known === undefined ? [] : [[question, known] as const];
    }),
  );
}

function askedOf({ input, submissionId, firstDay }: FilingQuestion) {
  const { brin, location, sector } = input.school;
  return {
    submission_id: submissionId,
    number_hash: lookupHash("student-number", input.student.number),
    brin,
    location_code: location.length === 2 ? `${brin}${location}` : location,
    sector: sector ?? null,
    first_day: firstDay,
    since: countedSince(firstDay),
    last_day: input.lastDay ?? null,
    type: input.type,
    is_urgent: input.urgent !== undefined,
    stay_postcode: input.stay?.postcode ?? null,
    follow_up_to: input.followUpTo ?? null,
  };
}

interface Shared {
  readonly reached: ReachedOffices;
  readonly calendars: ReturnType<typeof parseOfficeCalendars>;
}

function parseKnown({ facts: found, routing, counting }: z.infer<typeof answer>, { reached, calendars }: Shared) {
  const { missesLeft, ...facts } = filingFacts.parse(found);
  return {
    missesLeft,
    facts: { ...facts, counting: parseCounting(counting) } satisfies Omit<FilingFacts, "hasMissedTooOften">,
    readRouting: (given?: GivenWork) => parseRoutingFacts(routing, reached, given),
    readCalendar: (officeId: string | null) => calendarOf(calendars, officeId),
  };
}

/** What is known about the question in the row `asked`. */
function knownSql(filer: Filer, now: Now): Prisma.Sql {
  return Prisma.sql`WITH own AS MATERIALIZED (${ownLocations(filer)}),
    student AS MATERIALIZED (${ownStudent(filer)})
    SELECT jsonb_build_object(
        'alreadyFiled', (SELECT jsonb_build_object('reference', reference) FROM reports
          WHERE submission_id = asked.submission_id AND organisation_id = ${filer.organisationId}::uuid),
        'locations', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'lessonsPerDay', lessons_per_day,
          'lessonsByWeekday', coalesce(lessons_by_weekday, '{}'), 'lessonMinutes', lesson_minutes)), '[]') FROM own),
        'student', (SELECT jsonb_build_object('id', id, 'group', group_name) FROM student),
        'overlapping', (${overlappingReport(filer)}),
        'missesLeft', ${missesLeftSql("student-number", filer.askerId, now)},
        'followUpTo', (SELECT jsonb_build_object('id', r.id, 'reference', r.reference) FROM reports r
          WHERE r.reference = asked.follow_up_to AND r.organisation_id = ${filer.organisationId}::uuid
            AND r.student_id = (SELECT id FROM student))
      ) AS facts,
      ${routingFactsSql({
        // Somebody else's student costs no more time than nobody.
        studentId: Prisma.sql`(SELECT id FROM student)`,
        locationId: Prisma.sql`(SELECT id FROM own LIMIT 1)`,
        stayPostcode: Prisma.sql`asked.stay_postcode`,
        firstDay: Prisma.sql`asked.first_day`,
        filedOn: now.today,
        type: Prisma.sql`asked.type`,
        isUrgent: Prisma.sql`asked.is_urgent`,
      })} AS routing,
      ${countingSql({
        studentId: Prisma.sql`(SELECT id FROM student)`,
        locationId: Prisma.sql`(SELECT id FROM own LIMIT 1)`,
        organisationId: Prisma.sql`${filer.organisationId}::uuid`,
        seatOn: Prisma.sql`asked.first_day`,
        since: Prisma.sql`asked.since`,
        before: now.at,
      })} AS counting`;
}

/** Own locations only: what the input names may but choose among them (trust A4). */
function ownLocations(filer: Filer): Prisma.Sql {
  return Prisma.sql`SELECT l.id, l.lessons_per_day, l.lessons_by_weekday, l.lesson_minutes FROM locations l
    WHERE ${mandateFor(filer)} AND l.brin = asked.brin AND l.location_code = asked.location_code
      AND (asked.sector IS NULL OR l.sector = asked.sector::sector)`;
}

/** The locations, as `l`, for which this filer may file. */
function mandateFor(filer: Filer): Prisma.Sql {
  const school = Prisma.sql`l.organisation_id = ${filer.organisationId}::uuid`;
  return filer.locationIds.length > 0
    ? Prisma.sql`${school} AND l.id = ANY(${[...filer.locationIds]}::uuid[])`
    : school;
}

/** A student of an own location on the first day of absence; anybody else is as unknown as nobody. */
function ownStudent(filer: Filer): Prisma.Sql {
  return Prisma.sql`SELECT s.id, e.group_name FROM students s
    JOIN enrolments e ON e.student_id = s.id
    JOIN locations l ON l.id = e.location_id AND ${mandateFor(filer)}
    WHERE (s.number_hash = asked.number_hash OR s.other_number_hash = asked.number_hash)
      AND e.first_day_on <= asked.first_day AND (e.last_day_on IS NULL OR e.last_day_on >= asked.first_day)
    ORDER BY (e.location_id = (SELECT id FROM own LIMIT 1)) DESC NULLS LAST, e.first_day_on DESC LIMIT 1`;
}

/** Late arrivals lie beside other absence; they overlap only with each other. */
function overlappingReport(filer: Filer): Prisma.Sql {
  return Prisma.sql`SELECT jsonb_build_object('reference', r.reference) FROM reports r
    WHERE r.student_id = (SELECT id FROM student) AND r.organisation_id = ${filer.organisationId}::uuid
      AND r.status <> 'withdrawn' AND (r.type = 'late_arrival') = (asked.type = 'late_arrival')
      AND (asked.last_day IS NULL OR r.first_day_on <= asked.last_day)
      AND (r.last_day_on IS NULL OR r.last_day_on >= asked.first_day)
    ORDER BY r.filed_at DESC LIMIT 1`;
}
