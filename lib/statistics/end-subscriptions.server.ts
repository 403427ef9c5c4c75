import "server-only";
import type { Transaction } from "@/lib/audit/transact.server";
import { prisma } from "@/lib/db/client.server";
import type { Prisma } from "@/lib/db/generated/client";
import { enqueue } from "@/lib/notifications/outbox.server";
import type { Now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { type EndingReason, keptDays } from "./endings";
import { titleOfKept } from "./title-of-kept.server";

const ending = {
  id: true,
  accountId: true,
  organisationId: true,
  view: { select: { selection: true, chart: true } },
} as const;
type Ending = Prisma.FigureSubscriptionGetPayload<{ select: typeof ending }>;

/** Ends what these subscriptions send, and tells who had them, by mail and at the desk. */
export async function endSubscriptions(
  tx: Transaction,
  reason: EndingReason,
  where: Prisma.FigureSubscriptionWhereInput,
): Promise<void> {
  for (const ended of await endAll(tx, reason, where)) {
    const title = (await titleOfKept(ended.view.selection))?.title ?? null;
    enqueue(tx, "figures-ended", { sendingId: newId(), accountId: ended.accountId, title });
  }
}

/** Who left does not come back to his mails by himself; he reads at the desk why they stopped, should he come back. */
export async function endWithoutMail(tx: Transaction, where: Prisma.FigureSubscriptionWhereInput): Promise<void> {
  await endAll(tx, "function-over", where);
}

async function endAll(
  tx: Transaction,
  reason: EndingReason,
  where: Prisma.FigureSubscriptionWhereInput,
): Promise<readonly Ending[]> {
  const ended = await tx.client.figureSubscription.findMany({ where, select: ending });
  await tx.client.figureSubscription.deleteMany({ where: { id: { in: ended.map(({ id }) => id) } } });
  await tx.client.figureEnding.createMany({
    data: ended.map(({ accountId, organisationId, view }) => ({
      id: newId(),
      accountId,
      organisationId,
      reason,
      selection: view.selection ?? {},
      chart: view.chart,
      endedAt: tx.now.at,
    })),
  });
  return ended;
}

/** Forgets what somebody could have read for long enough; answers how much. */
export async function forgetEndings(now: Now): Promise<number> {
  const before = new Date(now.at.getTime() - keptDays * 86_400_000);
  return (await prisma.figureEnding.deleteMany({ where: { endedAt: { lt: before } } })).count;
}
