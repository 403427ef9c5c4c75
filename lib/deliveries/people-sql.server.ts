import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import { basicQualifications } from "@/lib/directory/regime-on";
import { addDays, birthday, type CalendarDate } from "@/lib/shared/calendar-date";
import { type Dataset, datasets, goesOn } from "./datasets";
import type { Period } from "./netting";

/** Of whom a delivery may tell, before each life is looked at. */
export interface Asked {
  readonly dataset: Dataset;
  readonly period: Period;
  /** The municipalities of the region, also those that merged. */
  readonly codes: readonly string[];
  /** The delivery that this one follows. */
  readonly previousId: string | null;
  readonly ages: readonly [least: number, most: number] | null;
}

/** Nobody is told of from this age on, whatever the rule set. */
const ageMost = 28;
/** From this age on nobody is of compulsory age, whatever the school year and the rule set. */
const ageFree = 18;

/**
 * The ids of everybody who may stand in a delivery. It leaves out only whom the pure rules leave out too: who was
 * enrolled all the time, who is too old, and who had gone with a qualification before; a test compares the two on random
 * lives.
 */
export function candidatesSql({ dataset, period, codes, previousId, ages }: Asked): Prisma.Sql {
  // From the residents to their enrolments: the other way round every enrolment of the country is read.
  const lived = Prisma.sql`SELECT s.id FROM (SELECT DISTINCT student_id FROM residences
      WHERE municipality_code = ANY(${[...codes]})) h JOIN students s ON s.id = h.student_id
      CROSS JOIN LATERAL (SELECT ${schooled(dataset, period)} FROM enrolments e WHERE e.student_id = s.id) e
    WHERE ${narrowed(dataset, period, ages)}`;
  if (previousId === null || !goesOn(dataset)) return lived;
  return Prisma.sql`${lived} UNION ${openBeforeSql(previousId)}`;
}

/** Everybody in the list of this delivery whom the register still knows. */
export function openBeforeSql(deliveryId: string): Prisma.Sql {
  return Prisma.sql`SELECT r.student_id AS id FROM delivery_rows r JOIN students s ON s.id = r.student_id
    WHERE r.delivery_id = ${deliveryId}::uuid AND r.is_open`;
}

/** The same residents of many regions, by the code of their municipality, in one walk over all enrolments. */
export function candidatesOfManySql(
  { dataset, period }: Pick<Asked, "dataset" | "period">,
  regions: ReadonlyMap<string, number>,
): Prisma.Sql {
  return Prisma.sql`SELECT h.region, string_agg(s.id::text, ',' ORDER BY s.id) AS ids
    FROM (SELECT DISTINCT c.region, r.student_id FROM residences r
        JOIN unnest(${[...regions.keys()]}::text[], ${[...regions.values()]}::int[]) AS c(code, region)
          ON c.code = r.municipality_code) h
      JOIN students s ON s.id = h.student_id
      LEFT JOIN (SELECT e.student_id, ${schooled(dataset, period)}
        FROM enrolments e JOIN students s ON s.id = e.student_id GROUP BY e.student_id) e ON e.student_id = s.id
    WHERE ${narrowed(dataset, period, null)} GROUP BY h.region`;
}

/** What the enrolments of somebody come to: how many there are, and what they say of the period. */
function schooled(dataset: Dataset, period: Period): Prisma.Sql {
  return Prisma.sql`count(*) AS known, coalesce(bool_or(${allTheTime(enrolledIn(dataset, period))}), false) AS covered,
    coalesce(bool_or(${touches(period)}), false) AS touched, coalesce(bool_or(${qualified(period)}), false) AS qualified`;
}

function narrowed(dataset: Dataset, period: Period, ages: Asked["ages"]): Prisma.Sql {
  const { from, until } = period;
  switch (datasets[dataset].method) {
    case "netting":
      return Prisma.sql`${bornAfter(from, ageMost)} AND e.known > 0 AND (s.deceased_on IS NOT NULL OR e.covered IS NOT TRUE)
        AND (e.touched OR ${bornAfter(addDays(from, -1), ageFree)} OR NOT ${qualifiedBefore(from)})`;
    case "reports":
      return Prisma.sql`EXISTS (SELECT 1 FROM reports r WHERE r.student_id = s.id AND ${openAbsence(until)})`;
    case "reference-day":
      return residentsOf(dataset, until, ages);
  }
}

function residentsOf(dataset: Dataset, day: CalendarDate, ages: Asked["ages"]): Prisma.Sql {
  if (dataset === "not-enrolled") {
    return Prisma.sql`${bornAfter(day, 20)} AND s.birth_date_on <= ${birthdayAgo(day, 5)}::date AND e.covered IS NOT TRUE`;
  }
  if (dataset === "start-set") {
    return Prisma.sql`${bornAfter(day, ageMost)} AND s.birth_date_on <= ${birthdayAgo(day, 12)}::date`;
  }
  const [least, most] = ages ?? [0, 0];
  return Prisma.sql`${bornAfter(day, most + 2)} AND s.birth_date_on <= ${birthdayAgo(day, least)}::date`;
}

function bornAfter(day: CalendarDate, age: number): Prisma.Sql {
  return Prisma.sql`s.birth_date_on > ${birthdayAgo(day, age)}::date`;
}

/** The day this many years ago, and one more: whoever was born on 29 February ages a day later. */
function birthdayAgo(day: CalendarDate, age: number): CalendarDate {
  return addDays(birthday(day, -age), 1);
}

/** In which period an enrolment leaves no gap: the delivery's own, or its day. */
function enrolledIn(dataset: Dataset, { from, until }: Period): Period {
  return datasets[dataset].method === "netting" ? { from, until } : { from: addDays(until, 1), until };
}

function allTheTime({ from, until }: Period): Prisma.Sql {
  return Prisma.sql`e.first_day_on < ${from}::date AND (e.last_day_on IS NULL
    OR (e.last_day_on >= ${until}::date AND e.last_day_on >= s.birth_date_on))`;
}

/** Whoever was in no school, of no compulsory age and qualified from before the period to its end left no list in it. */
function qualifiedBefore(from: CalendarDate): Prisma.Sql {
  return Prisma.sql`(coalesce(s.basic_qualification_on < ${from}::date, false) OR e.qualified)`;
}

/** On the last day before the period, or on a day of it. */
function touches({ from, until }: Period): Prisma.Sql {
  return Prisma.sql`e.first_day_on <= ${until}::date AND (e.last_day_on IS NULL OR e.last_day_on >= ${addDays(from, -1)}::date)`;
}

/** A diploma counts when its enrolment does, which does not end before birth. */
function qualified({ from }: Period): Prisma.Sql {
  return Prisma.sql`e.diploma = ANY(${[...basicQualifications]}) AND e.last_day_on < ${addDays(from, -1)}::date
    AND e.last_day_on >= s.birth_date_on`;
}

/** An absence that is not over, of a report that holds. */
export function openAbsence(day: CalendarDate): Prisma.Sql {
  return Prisma.sql`r.status IN ('registered', 'in_progress') AND r.type <> 'late_arrival'
    AND r.first_day_on <= ${day}::date AND (r.last_day_on IS NULL OR r.last_day_on > ${day}::date)`;
}

/**
 * These persons in the order of their ids, with all that a row of this dataset may tell of them. As `json`: `jsonb` would
 * be sorted, and made text again on its way.
 */
export function peopleSql(asked: Asked & { readonly regionNumber: number }, ids: readonly string[]) {
  const { dataset, period, previousId, regionNumber } = asked;
  return Prisma.sql`SELECT s.id, s.birth_date_on::text AS "birthDate", s.basic_qualification_on::text AS "basicQualificationOn",
      s.deceased_on::text AS "deceasedOn", s.other_number_hash IS NOT NULL AS "hasTwoNumbers",
      (SELECT json_agg(e) FROM (SELECT sector, brin, nullif(location_code, '') AS "locationCode", first_day_on AS "firstDay",
          last_day_on AS "lastDay", programme_code AS "programmeCode", level, exit_reason AS "exitReason", diploma
        FROM enrolments WHERE student_id = s.id ORDER BY enrolments.sector, location_code, first_day_on) e) AS enrolments,
      (SELECT json_agg(h) FROM (SELECT resident_from_on AS "from", kind, municipality_code AS code
        FROM residences WHERE student_id = s.id) h) AS homes,
      (SELECT json_agg(x) FROM (SELECT article, valid_from_on AS "from", valid_until_on AS "until"
        FROM exemptions WHERE student_id = s.id) x) AS exemptions,
      (SELECT json_build_object('code', m.mark, 'at', m.marked_at) FROM delivery_marks m
        WHERE m.student_id = s.id AND m.region_number = ${regionNumber} ORDER BY m.marked_at DESC, m.id DESC LIMIT 1)
        AS mark,
      ${datasets[dataset].method === "reports" ? longestAbsence(period.until) : nothing} AS absence,
      ${previousId === null ? nothing : rowBefore(previousId)} AS earlier
    FROM students s WHERE s.id = ANY(${[...ids]}::uuid[]) ORDER BY s.id`;
}

const nothing = Prisma.sql`NULL::json`;

function longestAbsence(day: CalendarDate): Prisma.Sql {
  return Prisma.sql`(SELECT json_build_object('reference', r.reference, 'firstDay', r.first_day_on) FROM reports r
    WHERE r.student_id = s.id AND ${openAbsence(day)} ORDER BY r.first_day_on, r.id LIMIT 1)`;
}

function rowBefore(deliveryId: string): Prisma.Sql {
  return Prisma.sql`(SELECT json_build_object('isOpen', p.is_open, 'facts', p.facts) FROM delivery_rows p
    WHERE p.delivery_id = ${deliveryId}::uuid AND p.student_id = s.id)`;
}
