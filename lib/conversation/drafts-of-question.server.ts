import "server-only";
import type { Transaction } from "@/lib/audit/transact.server";
import { openText, sealText } from "@/lib/db/seal.server";

interface Question {
  readonly reportId: string;
  readonly request: string;
  /** Whose words became the answer. Null: nobody's. */
  readonly spentBy: string | null;
}

/**
 * A question is over. Whoever was still typing an answer, because a paper, a colleague or the office itself was first,
 * finds his words back where he writes a message.
 */
export async function freeDrafts({ client }: Transaction, { reportId, request, spentBy }: Question): Promise<void> {
  const about = { reportId, about: request };
  const drafts = await client.messageDraft.findMany({ where: about });
  if (drafts.length === 0) return;
  await client.messageDraft.deleteMany({ where: about });
  for (const { accountId, wordsSealed, savedAt } of drafts) {
    if (accountId !== spentBy)
      await addToMessage(client, { reportId, accountId, words: openText(wordsSealed), savedAt });
  }
}

interface Freed {
  readonly reportId: string;
  readonly accountId: string;
  readonly words: string;
  readonly savedAt: Date;
}

/** To the message that somebody is typing, unless the words stand in it already. */
export async function addToMessage(
  client: Pick<Transaction["client"], "messageDraft">,
  { reportId, accountId, words, savedAt }: Freed,
): Promise<void> {
  const key = { reportId, accountId, about: "message" };
  const typed = await client.messageDraft.findUnique({ where: { reportId_accountId_about: key } });
  const kept = { wordsSealed: sealText(joined(typed === null ? "" : openText(typed.wordsSealed), words)), savedAt };
  await client.messageDraft.upsert({
    where: { reportId_accountId_about: key },
    create: { ...key, ...kept },
    update: kept,
  });
}

function joined(there: string, more: string): string {
  if (more.startsWith(there)) return more;
  const added = `\n\n${more}`;
  return there.endsWith(added) ? there : `${there}${added}`;
}
