import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import type { Now } from "@/lib/shared/clock";
import { validToday } from "./reach.server";

interface Waiting {
  readonly id: string;
  readonly reportId: string | null;
  readonly toAddress: string;
}

/**
 * Destroys the letters about reports whose reader may not sign in any more since they were written; answers the others,
 * in their order.
 */
export async function withoutGoneReaders<Letter extends Waiting>(
  letters: readonly Letter[],
  client: Prisma.TransactionClient,
  now: Now,
): Promise<readonly Letter[]> {
  const accounts = await client.account.findMany({
    where: {
      email: { in: [...new Set(letters.map(({ toAddress }) => toAddress))] },
      OR: [{ disabledAt: { not: null } }, { mandates: { none: validToday(now) } }],
    },
    select: { email: true },
  });
  const gone = new Set(accounts.map(({ email }) => email));
  const isGone = ({ reportId, toAddress }: Waiting) => reportId !== null && gone.has(toAddress);
  const ids = letters.filter(isGone).map(({ id }) => id);
  if (ids.length > 0) await client.letter.deleteMany({ where: { id: { in: ids } } });
  return letters.filter((letter) => !isGone(letter));
}
