import "server-only";
import { prisma } from "@/lib/db/client.server";
import { Prisma } from "@/lib/db/generated/client";
import { tableRows, toRoutingTable } from "./facts-rows";
import { everyOfficerSql, officeRowSql, ruleSetRowSql } from "./officers-sql.server";
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
      'offices', (SELECT coalesce(jsonb_agg(${officeRowSql}), '[]') FROM offices o JOIN organisations g USING (id)),
      'officers', (${everyOfficerSql(Prisma.empty)}),
      'ruleSets', (SELECT coalesce(jsonb_agg(${ruleSetRowSql}), '[]') FROM rule_sets WHERE active_from_on IS NOT NULL)
    ) AS table`;
  return toRoutingTable(tableRows.parse(row?.table));
}
