import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import { type Transaction, transact } from "@/lib/audit/transact.server";
import type { Viewer } from "@/lib/identity/viewer";
import { announce, announceOfMany } from "@/lib/notifications/announce.server";
import { giveReports } from "@/lib/reports/give-reports.server";
import type { Now } from "@/lib/shared/clock";
import { fail, ok, type Result } from "@/lib/shared/result";
import type { HandOverInput, Portion } from "../hand-over";
import { type HeldReport, planHandOver, requireHandingOver } from "../hand-over-plan.server";

export interface HandedOver {
  readonly accountId: string;
  readonly movedCount: number;
  readonly receiverCount: number;
  readonly staysCount: number;
}

/**
 * Hands over all open reports of one officer in one act. Two who press at one moment: the reports are held by the
 * first, and the second finds that there is nothing left.
 */
export async function handOverWork(viewer: Viewer, input: HandOverInput, now: Now): Promise<Result<HandedOver>> {
  const lead = requireHandingOver(viewer);
  return transact(viewer, now, async (tx) => {
    const plan = await planHandOver(tx.client, lead, { ...input, now, holds: true });
    if (!plan.ok) return plan;
    const { portions, stays } = plan.value;
    if (portions.length === 0) return fail({ code: "nothing-to-hand-over" });
    for (const portion of portions) await givePortion(tx, portion);
    const movedCount = portions.reduce((sum, { reports }) => sum + reports.length, 0);
    return ok({ accountId: input.accountId, movedCount, receiverCount: portions.length, staysCount: stays.length });
  });
}

/** Each report has its event; its receiver is written to once, not sixty times. */
async function givePortion(tx: Transaction, { receiver, reports }: Portion<HeldReport>): Promise<void> {
  await giveReports(
    tx,
    reports.map(({ id }) => id),
    receiver?.id ?? null,
  );
  for (const [index, { id, status }] of reports.entries()) {
    const tell = index === 0 ? announce : announceOfMany;
    tell(tx, id, { kind: "assigned", status, data: { officer: receiver?.name ?? null } });
    record(tx, { action: "report:assign", object: { kind: "report", id }, reason: usualReason(tx.viewer) });
  }
}
