import "server-only";
import type { Transaction } from "@/lib/audit/transact.server";

/** One worker counts at a time; another one leaves it to him. Ends with the transaction. */
export async function isMyTurn({ client }: Transaction): Promise<boolean> {
  const [turn] = await client.$queryRaw<{ mine: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtext('figures')) AS mine`;
  return turn?.mine === true;
}
