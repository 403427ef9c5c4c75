import "server-only";
import { prisma } from "@/lib/db/client.server";
import type { Now } from "@/lib/shared/clock";

/** Mail and messages that are done are kept this long (trust 5.3: mail and webhook payload, 30 days). */
const keptDays = 30;

/** Forgets letters that were sent and messages that were delivered long ago; answers how many. */
export async function forgetOldMessages(now: Now): Promise<number> {
  const before = new Date(now.at.getTime() - keptDays * 24 * 60 * 60 * 1000);
  const [letters, messages] = await Promise.all([
    prisma.letter.deleteMany({ where: { createdAt: { lt: before } } }),
    prisma.outboxMessage.deleteMany({ where: { doneAt: { lt: before } } }),
  ]);
  return letters.count + messages.count;
}
