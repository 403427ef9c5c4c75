import "server-only";
import type { Transaction } from "@/lib/audit/transact.server";
import type { Prisma } from "@/lib/db/generated/client";
import { enqueue } from "@/lib/notifications/outbox.server";
import { newId } from "@/lib/shared/ids";
import { nameOfPlace } from "./places.server";
import { selection } from "./selection";
import { titleOf } from "./title";

/** Ends what these subscriptions send, and tells who had them; answers how many there were. */
export async function endSubscriptions(tx: Transaction, where: Prisma.FigureSubscriptionWhereInput): Promise<number> {
  const ended = await tx.client.figureSubscription.findMany({
    where,
    select: { id: true, accountId: true, view: { select: { selection: true } } },
  });
  await tx.client.figureSubscription.deleteMany({ where: { id: { in: ended.map(({ id }) => id) } } });
  for (const { accountId, view } of ended) {
    enqueue(tx, "figures-ended", { sendingId: newId(), accountId, title: await titleOfView(view.selection) });
  }
  return ended.length;
}

/** What a view counts, and not what somebody called it: that may name a pupil. */
async function titleOfView(kept: Prisma.JsonValue) {
  const { data } = selection.safeParse(kept);
  if (data === undefined) return null;
  const named = { selection: data, placeName: data.place === null ? null : await nameOfPlace(data.place) };
  return { nl: titleOf(named, "nl"), en: titleOf(named, "en") };
}
