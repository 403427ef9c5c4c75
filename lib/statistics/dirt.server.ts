import "server-only";
import type { Prisma } from "@/lib/db/generated/client";

/** Every place and period in which these facts count must be summed up again. */
export async function markDirt(client: Prisma.TransactionClient, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await client.$executeRaw`INSERT INTO figure_dirt (level, place, school_year, period)
    SELECT DISTINCT v.level, v.place, f.school_year, p.period FROM figure_facts f
      CROSS JOIN LATERAL (VALUES ('location', f.location_id::text), ('school', f.organisation_id::text),
        ('municipality', f.municipality_code), ('region', f.region_number::text), ('office', f.office_id::text),
        ('country', 'NL')) v(level, place)
      CROSS JOIN LATERAL (VALUES (f.month), (f.school_year)) p(period)
    WHERE f.id = ANY(${[...ids]}::uuid[]) AND v.place IS NOT NULL
    ON CONFLICT DO NOTHING`;
}
