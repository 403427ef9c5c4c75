import "server-only";
import { record } from "@/lib/audit/record.server";
import type { Transaction } from "@/lib/audit/transact.server";
import { Prisma } from "@/lib/db/generated/client";
import { enqueue } from "@/lib/notifications/outbox.server";
import { toColumn } from "@/lib/shared/calendar-date";
import { newId } from "@/lib/shared/ids";
import { isTooMany, usualCount, usualRuns } from "./brake";
import { dueSql } from "./due.server";
import { kindCodes } from "./kinds";

/**
 * Counts what is due today and writes it down, each time anew. False: far more than usual, so nothing is destroyed
 * before somebody looked; the functional administrators are told, once a day.
 */
export async function openRun(tx: Transaction): Promise<boolean> {
  const { client, now } = tx;
  const day = toColumn(now.today);
  const usual = await askUsual(tx);
  const run = await client.paperRun.upsert({
    where: { day },
    create: { day, beganAt: now.at, usualCount: usual },
    update: { usualCount: usual },
  });
  if (run.releasedAt !== null) return true;
  const mustStop = isTooMany(await countDue(tx), usual);
  await client.paperRun.update({ where: { day }, data: { stoppedAt: mustStop ? (run.stoppedAt ?? now.at) : null } });
  if (mustStop && run.stoppedAt === null) {
    enqueue(tx, "papers-stopped", { noticeId: newId() });
    record(tx, { action: "retention:stop", object: { kind: "attachment" }, reason: "retention" });
  }
  return !mustStop;
}

/** What somebody said is right counts as usual; what nobody did, never becomes so by itself. */
async function askUsual({ client, now }: Transaction): Promise<number> {
  const rows = await client.$queryRaw<readonly { due: number }[]>`
    SELECT sum(c.due_count)::int AS due FROM paper_runs r JOIN paper_run_counts c USING (day_on)
     WHERE r.day_on < ${now.today}::date AND (r.stopped_at IS NULL OR r.released_at IS NOT NULL)
     GROUP BY r.day_on HAVING sum(c.due_count) > 0 ORDER BY r.day_on DESC LIMIT ${usualRuns}::int`;
  return usualCount(rows.map(({ due }) => due));
}

/** Of each kind, with what was destroyed today already. */
async function countDue({ client, now }: Transaction): Promise<number> {
  const rows = await client.$queryRaw<readonly { due: number }[]>(Prisma.sql`
    WITH due AS MATERIALIZED (${dueSql(now.today)})
    INSERT INTO paper_run_counts AS c (day_on, kind, due_count, held_count)
    SELECT ${now.today}::date, k.kind, count(d.id) FILTER (WHERE NOT d.is_held), count(d.id) FILTER (WHERE d.is_held)
      FROM unnest(${[...kindCodes]}::text[]) AS k(kind) LEFT JOIN due d ON d.kind = k.kind GROUP BY k.kind
    ON CONFLICT (day_on, kind) DO UPDATE
      SET due_count = c.destroyed_count + excluded.due_count, held_count = excluded.held_count
    RETURNING due_count AS due`);
  return rows.reduce((sum, { due }) => sum + due, 0);
}

/** Beside the destruction itself, so that the count is what was really done. */
export async function countDestroyed({ client, now }: Transaction, kind: string): Promise<void> {
  await client.paperRunCount.updateMany({
    where: { day: toColumn(now.today), kind },
    data: { destroyedCount: { increment: 1 } },
  });
}
