import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import type { Now } from "@/lib/shared/clock";
import { validToday } from "./reach.server";

/** Who may not sign in any more, of the readers of these letters. */
export async function findGoneReaders(
  letters: readonly { readonly toAddress: string }[],
  client: Prisma.TransactionClient,
  now: Now,
): Promise<ReadonlySet<string>> {
  const accounts = await client.account.findMany({
    where: {
      email: { in: [...new Set(letters.map(({ toAddress }) => toAddress))] },
      OR: [{ disabledAt: { not: null } }, { mandates: { none: validToday(now) } }],
    },
    select: { email: true },
  });
  return new Set(accounts.map(({ email }) => email));
}
