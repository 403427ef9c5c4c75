import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import { ask } from "@/lib/db/statement.server";
import type { Place } from "./selection";
import type { Coverage } from "./views";

/** Which schools stand in a place; figures of other places count schools of the whole country. */
const schoolsIn = ({ level, code }: Place): Prisma.Sql => {
  if (level === "region") return Prisma.sql`m.region_number = ${Number(code)}`;
  if (level === "municipality") return Prisma.sql`l.municipality_code = ${code}`;
  if (level === "school") return Prisma.sql`l.organisation_id = ${code}::uuid`;
  return level === "location" ? Prisma.sql`l.id = ${code}::uuid` : Prisma.sql`true`;
};

/** A school that reported nothing may have had nothing to report: the figures cannot tell, so the page says so. */
export async function findCoverage(place: Place, period: string): Promise<Coverage | null> {
  const [found] = await ask<{ reporting: number; schools: number }>(Prisma.sql`
    SELECT count(*)::int AS schools, count(*) FILTER (WHERE EXISTS (SELECT FROM figure_cells c WHERE c.level = 'school'
      AND c.place = s.id::text AND c.period = ${period} AND c.breakdown = 'all'))::int AS reporting
    FROM (SELECT DISTINCT l.organisation_id AS id FROM locations l
      LEFT JOIN municipalities m ON m.code = l.municipality_code WHERE ${schoolsIn(place)}) s`);
  return found === undefined || found.schools === 0 ? null : found;
}
