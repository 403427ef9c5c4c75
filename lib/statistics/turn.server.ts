import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import { patiently } from "@/lib/db/patience.server";

/** Counts in one transaction. One worker counts at a time: null when another one does, and this one leaves it to him. */
export function inTurn<Value>(work: (client: Prisma.TransactionClient) => Promise<Value>): Promise<Value | null> {
  return patiently(async (client) => ((await isMyTurn(client)) ? work(client) : null));
}

/** Ends with the transaction. */
async function isMyTurn(client: Prisma.TransactionClient): Promise<boolean> {
  const [turn] = await client.$queryRaw<{ mine: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtext('figures')) AS mine`;
  return turn?.mine === true;
}
