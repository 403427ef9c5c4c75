import "server-only";
import { record } from "@/lib/audit/record.server";
import { transact } from "@/lib/audit/transact.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import { endSubscriptions } from "@/lib/statistics/end-subscriptions.server";
import type { ViewInput } from "@/lib/statistics/view-input";

/** So many views one keeps for himself before he clears some away. */
const mostViews = 50;

/** Keeps a view by its name; the same name again replaces what was kept. Who may not see it any more is told. */
export async function keepView(viewer: PersonViewer, input: ViewInput, now: Now): Promise<Result<{ name: string }>> {
  if (!can(viewer, "figures:read", {})) throw new NotFound("figures");
  const { accountId, organisationId } = viewer;
  const { name, ...kept } = input;
  const data = { ...kept, savedAt: now.at };
  return transact(viewer, now, async (tx) => {
    const own = { accountId, organisationId };
    if ((await tx.client.savedView.count({ where: { ...own, NOT: { name } } })) >= mostViews)
      return fail({ code: "too-many-views", field: "name" });
    const { id } = await tx.client.savedView.upsert({
      where: { accountId_organisationId_name: { ...own, name } },
      create: { ...own, name, ...data },
      update: data,
      select: { id: true },
    });
    if (!input.isShared) await endSubscriptions(tx, "unshared", { viewId: id, NOT: { accountId } });
    record(tx, { action: "figures:keep-view", object: { kind: "figures", id }, reason: "own-duty" });
    return ok({ name });
  });
}

/** Takes away what one kept oneself, and tells who followed it; a view of a colleague is not there to take away. */
export async function dropView(viewer: PersonViewer, { id }: { readonly id: string }, now: Now): Promise<Result<null>> {
  const { accountId, organisationId } = viewer;
  return transact(viewer, now, async (tx) => {
    const own = { id, accountId, organisationId };
    await endSubscriptions(tx, "removed", { view: own, NOT: { accountId } });
    const { count } = await tx.client.savedView.deleteMany({ where: own });
    if (count === 0) throw new NotFound("view");
    record(tx, { action: "figures:drop-view", object: { kind: "figures", id }, reason: "own-duty" });
    return ok(null);
  });
}
