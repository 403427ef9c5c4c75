import "server-only";
import { prisma } from "@/lib/db/client.server";
import type { Prisma } from "@/lib/db/generated/client";

/** A year of the whole country is counted in seconds, not in the time of a page; nobody waits for it. */
const patience = { maxWait: 10_000, timeout: 120_000 } as const;

/** Counts in one transaction. One worker counts at a time: null when another one does, and this one leaves it to him. */
export function inTurn<Value>(work: (client: Prisma.TransactionClient) => Promise<Value>): Promise<Value | null> {
  return prisma.$transaction(async (client) => {
    await client.$executeRaw`SET LOCAL statement_timeout = '110s'`;
    // A school year of the country is sorted in memory instead of on disk.
    await client.$executeRaw`SET LOCAL work_mem = '64MB'`;
    return (await isMyTurn(client)) ? work(client) : null;
  }, patience);
}

/** Ends with the transaction. */
async function isMyTurn(client: Prisma.TransactionClient): Promise<boolean> {
  const [turn] = await client.$queryRaw<{ mine: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtext('figures')) AS mine`;
  return turn?.mine === true;
}
