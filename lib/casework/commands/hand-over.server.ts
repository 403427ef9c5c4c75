import "server-only";
import { transact } from "@/lib/audit/transact.server";
import type { Viewer } from "@/lib/identity/viewer";
import { handOnFollowed } from "@/lib/notifications/hand-on.server";
import type { Now } from "@/lib/shared/clock";
import { fail, ok, type Result } from "@/lib/shared/result";
import { givePortion } from "../give-portion.server";
import type { HandOverInput } from "../hand-over";
import { planHandOver, requireHandingOver } from "../hand-over-plan.server";

export interface HandedOver {
  readonly accountId: string;
  readonly movedCount: number;
  readonly receiverCount: number;
  readonly staysCount: number;
}

/**
 * Hands over all open reports of one officer in one act; one colleague who gets them also follows what he followed. Two
 * who press at one moment: the reports are held by the first, and the second finds that there is nothing left.
 */
export async function handOverWork(viewer: Viewer, input: HandOverInput, now: Now): Promise<Result<HandedOver>> {
  const lead = requireHandingOver(viewer);
  return transact(viewer, now, async (tx) => {
    const plan = await planHandOver(tx.client, lead, { ...input, now, holds: true });
    if (!plan.ok) return plan;
    const { portions, stays } = plan.value;
    if (portions.length === 0) return fail({ code: "nothing-to-hand-over" });
    for (const portion of portions) await givePortion(tx, input.accountId, portion);
    if (input.to !== "inbox" && input.to !== "team") {
      await handOnFollowed(tx, { fromId: input.accountId, toId: input.to });
    }
    const movedCount = portions.reduce((sum, { reports }) => sum + reports.length, 0);
    return ok({ accountId: input.accountId, movedCount, receiverCount: portions.length, staysCount: stays.length });
  });
}
