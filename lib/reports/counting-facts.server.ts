import "server-only";
import { z } from "zod";
import { Prisma } from "@/lib/db/generated/client";
import { addDays, type CalendarDate } from "@/lib/shared/calendar-date";
import { usualLadder } from "./late-ladder";
import type { Counting } from "./threshold";

interface CountingQuestion {
  /** Expressions that give an id, and name no table: the statement around them has names of its own. */
  readonly studentId: Prisma.Sql;
  readonly locationId: Prisma.Sql;
  readonly organisationId: Prisma.Sql;
  /** Group and programme are those of this day. */
  readonly seatOn: CalendarDate | Prisma.Sql;
  /** What ended before this day counts no more. */
  readonly since: CalendarDate | Prisma.Sql;
  /** Reports filed before this moment are the earlier ones. */
  readonly before: Date;
}

/** Further back than the longest row of weeks without lessons and four with, nothing counts any more. */
const daysBack = 400;

export function countedSince(firstDay: CalendarDate): CalendarDate {
  return addDays(firstDay, -daysBack);
}

/**
 * All that decides how the days of one absence count, as one jsonb expression: the calendars of region, school,
 * location, group and programme, and the earlier reports of the same student by the same school.
 */
export function countingSql(question: CountingQuestion): Prisma.Sql {
  const { studentId, locationId, organisationId, seatOn, before } = question;
  const since = Prisma.sql`${question.since}::date`;
  return Prisma.sql`(WITH
    counted_place AS MATERIALIZED (SELECT l.brin, l.location_code, l.over_18_days, l.municipality_code,
      (SELECT m.holiday_region FROM municipalities m WHERE m.code = l.municipality_code) AS holiday_region
      FROM locations l WHERE l.id = ${locationId}),
    counted_seat AS MATERIALIZED (SELECT e.group_name, e.programme_code FROM enrolments e
      WHERE e.student_id = ${studentId} AND e.location_id = ${locationId} AND e.first_day_on <= ${seatOn}::date
      ORDER BY e.first_day_on DESC LIMIT 1),
    counted_period AS (SELECT c.* FROM calendar_periods c
        WHERE c.owner = (SELECT 'region:' || holiday_region FROM counted_place) AND c.last_day_on >= ${since}
      UNION ALL SELECT c.* FROM counted_place p JOIN calendar_periods c ON c.brin = p.brin
        WHERE c.last_day_on >= ${since} AND (c.location_code IS NULL OR c.location_code = p.location_code)
        AND (c.group_name IS NULL OR c.group_name = (SELECT group_name FROM counted_seat))
        AND (c.programme_code IS NULL OR c.programme_code = (SELECT programme_code FROM counted_seat)))
    SELECT jsonb_build_object(
      'over18Days', (SELECT over_18_days FROM counted_place),
      'ladder', coalesce((SELECT steps FROM late_ladders WHERE owner = 'organisation:' || ${organisationId}::text),
        (SELECT steps FROM late_ladders WHERE owner = (SELECT 'municipality:' || municipality_code FROM counted_place))),
      'lateDays', (SELECT coalesce(jsonb_agg(a.day_on ORDER BY a.day_on), '[]') FROM reports r
        JOIN report_arrivals a ON a.report_id = r.id
        WHERE r.student_id = ${studentId} AND r.organisation_id = ${organisationId} AND r.status <> 'withdrawn'
          AND r.first_day_on >= ${since} AND r.filed_at < ${before.toISOString()}::timestamptz),
      'periods', (SELECT coalesce(jsonb_agg(jsonb_build_object('firstDay', first_day_on, 'lastDay', last_day_on,
        'kind', kind, 'name', name) ORDER BY first_day_on), '[]') FROM counted_period),
      'earlier', (SELECT coalesce(jsonb_agg(jsonb_build_object('reference', r.reference, 'type', r.type,
          'firstDay', r.first_day_on, 'lastDay', r.last_day_on,
          'filedOn', (r.filed_at AT TIME ZONE 'Europe/Amsterdam')::date,
          'days', (SELECT coalesce(jsonb_agg(jsonb_build_object('day', d.day_on, 'hours', d.hours)), '[]')
            FROM report_days d WHERE d.report_id = r.id)) ORDER BY r.first_day_on), '[]')
        FROM reports r WHERE r.student_id = ${studentId} AND r.organisation_id = ${organisationId}
          AND r.status <> 'withdrawn' AND r.type <> 'late_arrival' AND r.first_day_on >= ${since}
          AND r.filed_at < ${before.toISOString()}::timestamptz)))`;
}

const countingFacts = z.object({
  over18Days: z.number().nullable(),
  lateDays: z.array(z.string()),
  ladder: z.array(z.object({ times: z.number(), action: z.string() })).nullable(),
  periods: z.array(
    z.object({ firstDay: z.string(), lastDay: z.string(), kind: z.string(), name: z.string().nullable() }),
  ),
  earlier: z.array(
    z.object({
      reference: z.string(),
      type: z.string(),
      firstDay: z.string(),
      lastDay: z.string().nullable(),
      filedOn: z.string(),
      days: z.array(z.object({ day: z.string(), hours: z.number() })),
    }),
  ),
});

export function parseCounting(value: unknown): Counting {
  const { ladder, ...facts } = countingFacts.parse(value);
  const own = ladder?.map(({ times, action }) => ({ times, action: { nl: action, en: action } }));
  return { ...facts, ladder: own ?? usualLadder };
}
