import "server-only";
import { record } from "@/lib/audit/record.server";
import { transact } from "@/lib/audit/transact.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { NotFound } from "@/lib/shared/problem";
import { ok, type Result } from "@/lib/shared/result";
import { isRhythm, rhythms } from "@/lib/statistics/rhythms";
import type { SubscribeInput } from "@/lib/statistics/view-input";

/** Somebody wants to hear of a view that he sees, his own or a shared one, or does not want to any more. */
export async function subscribe(
  viewer: PersonViewer,
  { id: viewId, rhythm }: SubscribeInput,
  now: Now,
): Promise<Result<null>> {
  if (!can(viewer, "figures:read", {})) throw new NotFound("figures");
  const { accountId, organisationId } = viewer;
  return transact(viewer, now, async (tx) => {
    const view = await tx.client.savedView.findFirst({
      where: { id: viewId, organisationId, OR: [{ accountId }, { isShared: true }] },
      select: { id: true },
    });
    if (view === null) throw new NotFound("view");
    await tx.client.figureSubscription.deleteMany({ where: { viewId, accountId } });
    if (isRhythm(rhythm)) {
      const nextOn = toColumn(rhythms[rhythm].nextAfter(now.today));
      await tx.client.figureSubscription.create({
        data: { id: newId(), viewId, accountId, organisationId, rhythm, nextOn },
      });
    }
    record(tx, { action: "figures:subscribe", object: { kind: "figures", id: viewId }, reason: "own-duty" });
    return ok(null);
  });
}
