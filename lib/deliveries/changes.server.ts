import "server-only";
import { z } from "zod";
import { prisma } from "@/lib/db/client.server";
import { isClass } from "./classes";
import type { Changes, DeliveryLine } from "./views";

const movedRow = z.object({
  from: z.string().refine(isClass).nullable(),
  to: z.string().refine(isClass).nullable(),
  count: z.int(),
});

/** Compared with the last delivery of the same kind that this person took; null: none was taken, or it is gone. */
export async function changesSince(accountId: string, line: DeliveryLine): Promise<Changes | null> {
  const since = await lastTaken(accountId, line);
  if (since === null) return null;
  const rows = await prisma.$queryRaw<
    unknown[]
  >`SELECT was.class AS "from", is_now.class AS "to", count(*)::int AS count
    FROM (SELECT student_id, class FROM delivery_rows WHERE delivery_id = ${since.id}::uuid) was
    FULL JOIN (SELECT student_id, class FROM delivery_rows WHERE delivery_id = ${line.id}::uuid) is_now
      USING (student_id)
    WHERE was.class IS DISTINCT FROM is_now.class GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2`;
  const found = rows.map((row) => movedRow.parse(row));
  const total = (is: (row: z.output<typeof movedRow>) => boolean) =>
    found.filter(is).reduce((sum, { count }) => sum + count, 0);
  return {
    since,
    added: total(({ from }) => from === null),
    gone: total(({ to }) => to === null),
    moved: found.flatMap(({ from, to, count }) => (from === null || to === null ? [] : [{ from, to, count }])),
  };
}

async function lastTaken(accountId: string, { id, dataset, period }: DeliveryLine): Promise<Changes["since"] | null> {
  const [row] = await prisma.$queryRaw<{ id: string; takenAt: Date }[]>`SELECT d.id, max(t.taken_at) AS "takenAt"
    FROM delivery_receipts t JOIN deliveries d ON d.id = t.delivery_id
    WHERE t.account_id = ${accountId}::uuid AND d.dataset = ${dataset} AND d.status = 'ready' AND d.id <> ${id}::uuid
      AND d.period_until_on <= ${period.until}::date
      AND d.region_number = (SELECT region_number FROM deliveries WHERE id = ${id}::uuid)
    GROUP BY d.id ORDER BY 2 DESC LIMIT 1`;
  return row ?? null;
}
