import "server-only";
import { prisma } from "@/lib/db/client.server";
import { Prisma } from "@/lib/db/generated/client";
import { tableRows, toRoutingTable } from "./facts-rows";
import { lastGivenSql, leavesSql, openReportsSql, ruleSetRowSql, workTermsSql } from "./officers-sql.server";
import type { RoutingTable } from "./table";

/** The routing table of the whole country, without its postcodes: of those only few are ever asked. */
export async function loadWholeTable(): Promise<RoutingTable> {
  const [row] = await prisma.$queryRaw<{ table: unknown }[]>`
    SELECT jsonb_build_object(
      'areas', '[]'::jsonb,
      'municipalities', (SELECT coalesce(jsonb_agg(jsonb_build_object('code', code, 'name', name)), '[]')
        FROM municipalities),
      'changes', (SELECT coalesce(jsonb_agg(jsonb_build_object('oldCode', old_code, 'newCode', new_code,
        'effectiveOn', effective_on, 'kind', kind)), '[]') FROM municipality_changes),
      'competences', (SELECT coalesce(jsonb_agg(jsonb_build_object('officeId', office_id,
        'municipalityCode', municipality_code, 'regime', regime, 'from', valid_from_on, 'until', valid_until_on)), '[]')
        FROM competences),
      'offices', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'code', g.code, 'name', g.name,
        'kind', o.kind)), '[]') FROM offices o JOIN organisations g USING (id)),
      'officers', (SELECT coalesce(jsonb_agg(jsonb_build_object('officeId', office_id, 'id', account_id, 'name', name,
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
            WHERE m.role IN ('officer', 'coordinator')) candidate),
      'ruleSets', (SELECT coalesce(jsonb_agg(${ruleSetRowSql}), '[]') FROM rule_sets WHERE active_from_on IS NOT NULL)
    ) AS table`;
  return toRoutingTable(tableRows.parse(row?.table));
}
