import "server-only";
import { record } from "@/lib/audit/record.server";
import { transact } from "@/lib/audit/transact.server";
import { systemViewer } from "@/lib/identity/viewer";
import { toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";

/** Throws the files and rows of deliveries away whose time is over; that they were there, and who took them, stays. */
export async function forgetDeliveries(now: Now): Promise<number> {
  return transact(systemViewer("deliveries"), now, async (tx) => {
    const over = await tx.client.delivery.findMany({
      where: { status: "ready", expiresOn: { lt: toColumn(now.today) } },
      select: { id: true },
      take: 10,
    });
    const ids = over.map(({ id }) => id);
    if (ids.length === 0) return 0;
    await tx.client.deliveryFile.deleteMany({ where: { deliveryId: { in: ids } } });
    await tx.client.deliveryRow.deleteMany({ where: { deliveryId: { in: ids } } });
    await tx.client.delivery.updateMany({ where: { id: { in: ids } }, data: { status: "expired" } });
    record(tx, { action: "delivery:forget", object: { kind: "delivery", count: ids.length }, reason: "retention" });
    return ids.length;
  });
}
