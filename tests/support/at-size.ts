import { randomBytes } from "node:crypto";
import { prisma } from "@/lib/db/client.server";
import { newReference } from "@/lib/shared/reference";
import { withClient } from "@/prisma/roles";
import { testOwnerUrl } from "@/tests/support/database";

/** So many reports of other kinds, like this one; one in three is done. Without them a plan says nothing. */
export async function copiesOf(reportId: string, count: number): Promise<void> {
  const drawn = await newReferences(count);
  await prisma.$executeRaw`INSERT INTO reports SELECT copy.* FROM reports r
    CROSS JOIN unnest(${drawn}::text[]) WITH ORDINALITY AS drawn(reference, n)
    CROSS JOIN LATERAL jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(),
      'submission_id', gen_random_uuid(), 'reference', drawn.reference,
      'type', (ARRAY['holiday_truancy', 'other_absence', 'late_arrival'])[1 + (n % 3)::int],
      'closed_at', CASE WHEN n % 3 = 0 THEN r.filed_at END,
      'status', CASE WHEN n % 3 = 0 THEN 'noted' ELSE 'registered' END)) AS copy
    WHERE r.id = ${reportId}::uuid`;
}

/** Among so many, two are drawn alike now and then: also one of these and one that is there already. */
async function newReferences(count: number): Promise<readonly string[]> {
  const known = await prisma.report.findMany({ select: { reference: true } });
  const all = new Set(known.map(({ reference }) => reference));
  while (all.size < known.length + count) all.add(newReference(2026, randomBytes(6)));
  return [...all].slice(known.length);
}

/** What autovacuum does in time: counts what is there, so that plans are made for it. */
export async function counted(...tables: readonly string[]): Promise<void> {
  await withClient(testOwnerUrl(), async (owner) => {
    for (const table of tables) await owner.query(`VACUUM ANALYZE ${table}`);
  });
}
