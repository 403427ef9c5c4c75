import "server-only";
import { record } from "@/lib/audit/record.server";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import type { Prisma } from "@/lib/db/generated/client";
import { listAbsentViewers } from "@/lib/identity/absent-viewer.server";
import { systemViewer } from "@/lib/identity/viewer";
import { enqueue } from "@/lib/notifications/outbox.server";
import { momentAt, toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { endSubscriptions, endWithoutMail } from "./end-subscriptions.server";
import { maySee } from "./may-see";
import { nameOfPlace } from "./places.server";
import { isRhythm, movedAlong, rhythms } from "./rhythms";
import { selection } from "./selection";
import { titleOf } from "./title";

/** Before this hour nobody is at work. */
const begins = "06:00";

const read = {
  id: true,
  accountId: true,
  organisationId: true,
  rhythm: true,
  view: { select: { selection: true } },
} as const;
type Due = Prisma.FigureSubscriptionGetPayload<{ select: typeof read }>;

/**
 * Tells whoever asked for it that a view has new figures: once on each of its days, whoever and however often this is
 * asked. Answers how many.
 */
export async function sendSubscriptions(now: Now): Promise<number> {
  const opening = momentAt(now.today, begins);
  if (opening === null || now.at < opening) return 0;
  return transact(systemViewer("statistics"), now, async (tx) => {
    await tx.client.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('figure_subscriptions'))`;
    const due = await tx.client.figureSubscription.findMany({
      where: { nextOn: { lte: toColumn(now.today) } },
      select: read,
    });
    let count = 0;
    for (const one of due) count += (await sendOne(tx, one)) ? 1 : 0;
    if (count > 0) record(tx, { action: "figures:remind", object: { kind: "account", count }, reason: "asked" });
    return count;
  });
}

async function sendOne(tx: Transaction, { id, accountId, organisationId, rhythm, view }: Due): Promise<boolean> {
  const { client, now } = tx;
  const wish = selection.safeParse(view.selection);
  const viewers = await listAbsentViewers({ accountId, organisationId }, now);
  if (viewers.length === 0) {
    await endWithoutMail(tx, { id });
    return false;
  }
  if (!wish.success || !isRhythm(rhythm)) {
    await endSubscriptions(tx, "not-offered", { id });
    return false;
  }
  if (!viewers.some((viewer) => maySee(viewer, wish.data))) {
    await endSubscriptions(tx, "no-right", { id });
    return false;
  }
  const nextOn = toColumn(rhythms[rhythm].nextAfter(now.today));
  await client.figureSubscription.update({ where: { id }, data: { nextOn } });
  const asked = movedAlong(wish.data, now.today);
  const named = { selection: asked, placeName: asked.place === null ? null : await nameOfPlace(asked.place) };
  enqueue(tx, "figures-ready", {
    sendingId: newId(),
    subscriptionId: id,
    accountId,
    title: { nl: titleOf(named, "nl"), en: titleOf(named, "en") },
    rhythm: rhythms[rhythm].label,
  });
  return true;
}
