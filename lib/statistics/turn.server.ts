import "server-only";
import type { Prisma } from "@/lib/db/generated/client";

/** One worker counts at a time; another one leaves it to him. Ends with the transaction. */
export async function isMyTurn(client: Prisma.TransactionClient): Promise<boolean> {
  const [turn] = await client.$queryRaw<{ mine: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtext('figures')) AS mine`;
  return turn?.mine === true;
}
