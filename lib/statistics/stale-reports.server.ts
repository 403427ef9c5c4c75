import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import type { PlainPeriod } from "@/lib/directory/school-calendar";
import { addDays, startOfDay } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { settledDays } from "./breakdowns";
import type { CountedReport } from "./fact";

type Client = Prisma.TransactionClient;

/** Reports of which another version was counted, or none: those after an id, in order. */
export async function findStale(client: Client, after: string, limit: number): Promise<readonly string[]> {
  const found = await client.$queryRaw<{ id: string }[]>`SELECT r.id FROM reports r
    WHERE r.id > ${after}::uuid
      AND NOT EXISTS (SELECT FROM figure_facts f WHERE f.id = r.id AND f.version = r.version)
    ORDER BY r.id LIMIT ${limit}`;
  return found.map(({ id }) => id);
}

/**
 * Whether the same school reported the same student again within the term. `IS TRUE`, for the database believes that few
 * reports of a school fall into a term, and would go through all two thousand of a large one for each report.
 */
export const followedSql = Prisma.sql`EXISTS (SELECT FROM reports n WHERE n.student_id = r.student_id
  AND (n.organisation_id = r.organisation_id) IS TRUE AND n.status <> 'withdrawn' AND n.filed_at > r.filed_at
  AND n.filed_at <= r.filed_at + make_interval(days => ${settledDays}))`;

export type StaleReport = CountedReport & {
  /** The calendars that hold at the location. */
  readonly owners: readonly (string | null)[];
};

export function readReports(client: Client, ids: readonly string[], { today }: Now): Promise<StaleReport[]> {
  return client.$queryRaw<StaleReport[]>`SELECT r.id, r.version, r.student_id AS "studentId",
      s.birth_date_on::text AS "birthDate", r.organisation_id AS "organisationId", r.location_id AS "locationId",
      l.sector::text AS sector, a.municipality_code AS "municipalityCode", m.region_number AS "regionNumber",
      r.office_id AS "officeId", r.is_protected AS "isProtected", r.type, r.first_day_on::text AS "firstDay",
      r.last_day_on::text AS "lastDay", l.over_18_days AS "over18Days",
      coalesce((SELECT jsonb_agg(jsonb_build_object('day', d.day_on::text, 'hours', d.hours))
        FROM report_days d WHERE d.report_id = r.id), '[]') AS days,
      r.follow_up_to_id IS NOT NULL AS "isFollowUp", r.status::text AS status, r.close_reason AS "closeReason",
      r.filed_at AS "filedAt", r.due_at AS "dueAt", r.first_reaction_at AS "firstReactionAt", r.paused_at AS "pausedAt",
      EXISTS (SELECT FROM attachments p WHERE p.report_id = r.id AND p.kind = 'absence_sheet'
        AND p.state IN ('clean', 'removed')) AS "hasSheet",
      EXISTS (SELECT FROM requests q WHERE q.report_id = r.id) AS "wasAsked",
      CASE WHEN r.filed_at < ${startOfDay(addDays(today, -settledDays))} THEN ${followedSql} END AS "isReportedAgain",
      ARRAY['region:' || h.holiday_region, ${calendarOf(Prisma.sql`''`)}, ${calendarOf(Prisma.sql`l.location_code`)}] AS owners
    FROM reports r JOIN students s ON s.id = r.student_id JOIN locations l ON l.id = r.location_id
      LEFT JOIN municipalities h ON h.code = l.municipality_code
      LEFT JOIN LATERAL (SELECT x.municipality_code FROM assignments x WHERE x.report_id = r.id
        ORDER BY x.decided_at DESC, x.id DESC LIMIT 1) a ON true
      LEFT JOIN municipalities m ON m.code = a.municipality_code
    WHERE r.id = ANY(${[...ids]}::uuid[])`;
}

/** As `calendarOwner` writes the calendar of a whole school, or of one location. */
function calendarOf(locationCode: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`'school:' || l.brin || ':' || ${locationCode} || '::'`;
}

/** What is no school day, by calendar: a few dozen for each school year, without those of one group or programme. */
export async function readPeriods(client: Client): Promise<ReadonlyMap<string, readonly PlainPeriod[]>> {
  const rows = await client.$queryRaw<(PlainPeriod & { readonly owner: string })[]>`
    SELECT owner, first_day_on::text AS "firstDay", last_day_on::text AS "lastDay", kind FROM calendar_periods
    WHERE group_name IS NULL AND programme_code IS NULL`;
  return Map.groupBy(rows, ({ owner }) => owner);
}
