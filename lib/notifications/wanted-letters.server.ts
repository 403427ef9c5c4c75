import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import type { Now } from "@/lib/shared/clock";
import { findEndedRules } from "./ended-rules.server";
import { findGoneReaders } from "./gone-readers.server";

interface Waiting {
  readonly id: string;
  readonly reportId: string | null;
  readonly toAddress: string;
  readonly ruleOrganisationId: string | null;
}

/**
 * Destroys the letters about reports that have lost their reader since they were written: he may not sign in any more, or
 * the rule that had them sent to a mailbox is gone. Answers the others, in their order.
 */
export async function onlyWanted<Letter extends Waiting>(
  letters: readonly Letter[],
  client: Prisma.TransactionClient,
  now: Now,
): Promise<readonly Letter[]> {
  const [gone, isEnded] = await Promise.all([findGoneReaders(letters, client, now), findEndedRules(letters, client)]);
  const isUnwanted = (letter: Letter) => letter.reportId !== null && (gone.has(letter.toAddress) || isEnded(letter));
  const ids = letters.filter(isUnwanted).map(({ id }) => id);
  if (ids.length > 0) await client.letter.deleteMany({ where: { id: { in: ids } } });
  return letters.filter((letter) => !isUnwanted(letter));
}
