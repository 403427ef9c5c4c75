import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import type { Transaction } from "@/lib/audit/transact.server";
import { announce, takenFrom } from "@/lib/notifications/announce.server";
import { giveReports } from "@/lib/reports/give-reports.server";
import type { Portion } from "./hand-over";
import type { HeldReport } from "./hand-over-plan.server";

/** Each report has its event; its receiver is written to once, not sixty times. */
export async function givePortion(
  tx: Transaction,
  fromId: string,
  { receiver, reports }: Portion<HeldReport>,
): Promise<void> {
  await giveReports(
    tx,
    reports.map(({ id }) => id),
    receiver?.id ?? null,
  );
  const former = takenFrom(fromId, receiver?.id ?? null);
  for (const [index, { id, status }] of reports.entries()) {
    const event = { kind: "assigned", status, data: { officer: receiver?.name ?? null } } as const;
    announce(tx, id, event, { isOfMany: index > 0, ...former });
    record(tx, { action: "report:assign", object: { kind: "report", id }, reason: usualReason(tx.viewer) });
  }
}
