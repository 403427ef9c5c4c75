import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import type { CalendarDate } from "@/lib/shared/calendar-date";

/**
 * What the offices have that the reports in `known.routing` can reach, as one jsonb expression: each office, officer and
 * rule set once, however many reports there are. Each OFFSET 0 keeps a look-up by key, see `routingFactsSql`.
 */
export function reachedOfficesSql(filedOn: CalendarDate): Prisma.Sql {
  return Prisma.sql`(WITH place_asked AS MATERIALIZED (SELECT DISTINCT (routing->>'locationId')::uuid AS location_id,
      (routing->>'isProtected')::boolean AS is_protected FROM known),
    office AS MATERIALIZED (${reachedOfficeIdsSql}),
    rule_set AS MATERIALIZED (SELECT r.* FROM office CROSS JOIN LATERAL (SELECT k.* FROM rule_sets k
      WHERE k.office_id = office.id AND k.active_from_on <= ${filedOn}::date
      ORDER BY k.active_from_on DESC, k.version DESC LIMIT 1) r),
    candidate AS MATERIALIZED (${candidatesSql(filedOn)}),
    caring_office AS MATERIALIZED (${caringOfficesSql})
    SELECT jsonb_build_object(
      'offices', (SELECT coalesce(jsonb_agg(${officeRowSql}), '[]') FROM office CROSS JOIN LATERAL
        (SELECT k.* FROM offices k WHERE k.id = office.id OFFSET 0) o JOIN organisations g ON g.id = o.id),
      'officers', (${officerRowsSql(filedOn)}),
      'ruleSets', (SELECT coalesce(jsonb_agg(${ruleSetRowSql}), '[]') FROM rule_set)))`;
}

/** The offices that the reports in `known.routing` can reach: each goes to one of them, or to none. */
export const reachedOfficeIdsSql: Prisma.Sql = Prisma.sql`SELECT DISTINCT reached.id::uuid AS id
  FROM known CROSS JOIN LATERAL jsonb_array_elements_text(known.routing->'officeIds') AS reached(id)`;

/** Who works at the offices of `office`, with the asked locations that are in his care. */
function candidatesSql(filedOn: CalendarDate): Prisma.Sql {
  return Prisma.sql`SELECT m.organisation_id AS office_id, m.account_id, a.name, m.role, m.protected_cases, m.valid_from_on,
      m.valid_until_on, t.work_days, t.case_cap, t.no_new_from_on,
      ARRAY(SELECT l.location_id FROM officer_locations l WHERE l.office_id = m.organisation_id
        AND l.account_id = m.account_id AND l.location_id IN (SELECT location_id FROM place_asked) OFFSET 0) AS cares_for,
      (EXISTS (SELECT 1 FROM rule_set WHERE office_id = m.organisation_id)
        OR EXISTS (SELECT 1 FROM officer_terms x WHERE x.office_id = m.organisation_id OFFSET 0)
        OR EXISTS (SELECT 1 FROM officer_leaves x WHERE x.office_id = m.organisation_id OFFSET 0)) AS office_arranges,
      EXISTS (SELECT 1 FROM rule_set WHERE office_id = m.organisation_id AND spread = 'in-turn') AS gives_in_turn
    FROM office CROSS JOIN LATERAL (SELECT k.* FROM mandates k WHERE k.organisation_id = office.id
      AND k.role IN ('officer', 'coordinator') AND k.valid_from_on <= ${filedOn}::date
      AND (k.valid_until_on IS NULL OR k.valid_until_on >= ${filedOn}::date) OFFSET 0) m
    JOIN accounts a ON a.id = m.account_id
    LEFT JOIN officer_terms t ON t.office_id = m.organisation_id AND t.account_id = m.account_id
    WHERE a.disabled_at IS NULL`;
}

/**
 * Who may be given a report. Their open work is counted only where it may decide: where an office has neither rules nor
 * caps nor leave, and somebody fitting has the care of each asked location, that of the others is not looked at.
 */
function officerRowsSql(filedOn: CalendarDate): Prisma.Sql {
  return Prisma.sql`SELECT coalesce(jsonb_agg(jsonb_build_object('officeId', office_id, 'id', account_id, 'name', name,
      'role', role, 'protectedCases', protected_cases, 'from', valid_from_on, 'until', valid_until_on,
      'locationIds', to_jsonb(cares_for),
      'openReports', CASE WHEN cardinality(cares_for) = 0 AND NOT office_arranges
        AND office_id IN (SELECT id FROM caring_office) THEN 0 ELSE ${openReportsSql} END,
      ${workTermsSql}, 'leaves', ${leavesSql(Prisma.sql`AND v.first_day_on <= ${filedOn}::date
        AND (v.last_day_on IS NULL OR v.last_day_on >= ${filedOn}::date)`)},
      'lastGivenAt', CASE WHEN gives_in_turn THEN ${lastGivenSql} END)), '[]') FROM candidate`;
}

/** The offices where each asked location is in the care of somebody who may see its student. */
const caringOfficesSql: Prisma.Sql = Prisma.sql`SELECT c.office_id AS id FROM candidate c
  JOIN place_asked p ON p.location_id = ANY(c.cares_for) AND (c.protected_cases OR NOT p.is_protected)
  WHERE c.role = 'officer' GROUP BY c.office_id
  HAVING count(DISTINCT (p.location_id, p.is_protected)) = (SELECT count(*) FROM place_asked)`;

/** The open reports of the account in the row, at all its offices: somebody who works for two has one desk. */
const openReportsSql: Prisma.Sql = Prisma.sql`(SELECT count(*) FROM reports w
  WHERE w.officer_id = account_id AND w.closed_at IS NULL)`;

/** How the officer in the row works; without terms: all days, no cap, not leaving. */
const workTermsSql: Prisma.Sql = Prisma.sql`'workDays', coalesce(to_jsonb(work_days), '[]'), 'caseCap', case_cap,
  'noNewFrom', no_new_from_on`;

/** The leave of the officer in the row, as far as it is asked for. */
function leavesSql(asked: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(jsonb_agg(jsonb_build_object('firstDay', v.first_day_on, 'lastDay', v.last_day_on,
      'deputyId', v.deputy_id)), '[]') FROM officer_leaves v
    WHERE v.office_id = candidate.office_id AND v.account_id = candidate.account_id ${asked})`;
}

/** When the office of the row last gave its officer a report. */
const lastGivenSql: Prisma.Sql = Prisma.sql`(SELECT max(g.decided_at) AT TIME ZONE 'UTC' FROM assignments g
  WHERE g.office_id = candidate.office_id AND g.officer_id = candidate.account_id)`;

/** Everybody to whom the router may give work, at the offices `o` that are asked for; all that decides about them. */
export function everyOfficerSql(asked: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT coalesce(jsonb_agg(jsonb_build_object('officeId', office_id, 'id', account_id, 'name', name,
      'role', role, 'protectedCases', protected_cases, 'from', valid_from_on, 'until', valid_until_on,
      'openReports', ${openReportsSql}, ${workTermsSql}, 'leaves', ${leavesSql(Prisma.empty)},
      'lastGivenAt', CASE WHEN gives_in_turn THEN ${lastGivenSql} END, 'locationIds', (SELECT coalesce(jsonb_agg(l.location_id), '[]')
        FROM officer_locations l WHERE l.office_id = candidate.office_id AND l.account_id = candidate.account_id))), '[]')
    FROM (SELECT m.organisation_id AS office_id, m.account_id, a.name, m.role, m.protected_cases, m.valid_from_on,
        m.valid_until_on, t.work_days, t.case_cap, t.no_new_from_on, EXISTS (SELECT 1 FROM rule_sets r
          WHERE r.office_id = o.id AND r.spread = 'in-turn' AND r.active_from_on IS NOT NULL) AS gives_in_turn
      FROM offices o JOIN mandates m ON m.organisation_id = o.id
      JOIN accounts a ON a.id = m.account_id AND a.disabled_at IS NULL
      LEFT JOIN officer_terms t ON t.office_id = o.id AND t.account_id = m.account_id
      WHERE m.role IN ('officer', 'coordinator') ${asked}) candidate`;
}

export const officeRowSql: Prisma.Sql = Prisma.sql`jsonb_build_object('id', o.id, 'code', g.code, 'name', g.name,
  'kind', o.kind)`;

/** A row of rule_sets for the routing table. */
export const ruleSetRowSql: Prisma.Sql = Prisma.sql`jsonb_build_object('officeId', office_id, 'version', version,
  'activeFrom', active_from_on, 'spread', spread, 'rules', rules)`;
