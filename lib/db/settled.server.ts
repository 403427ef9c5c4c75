import "server-only";
import { prisma } from "@/lib/db/client.server";
import type { Prisma } from "@/lib/db/generated/client";
import { firstIdAt } from "@/lib/shared/ids";

/** Longer than a row can wait between getting its id and reaching the database. */
const marginSeconds = 5;

/**
 * The id below which no row can still appear. While somebody is writing, a row with a lower id may be stored after one
 * with a higher id was read, and a reader who went on would never see it. Null: nobody is writing.
 */
export async function settledBefore(client: Prisma.TransactionClient = prisma): Promise<string | null> {
  const [row] = await client.$queryRaw<{ since: Date | null }[]>`
    SELECT min(xact_start) - make_interval(secs => ${marginSeconds}::int) AS since FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_xid IS NOT NULL`;
  const since = row?.since ?? null;
  return since === null ? null : firstIdAt(since);
}
