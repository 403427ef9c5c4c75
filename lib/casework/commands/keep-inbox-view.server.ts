import "server-only";
import type { z } from "zod";
import { record } from "@/lib/audit/record.server";
import { transact } from "@/lib/audit/transact.server";
import type { OfficeViewer, Viewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import { readsInbox } from "../inbox";
import type { inboxViewInput, inboxViewTarget } from "../inbox-view-input";

/** So many views one keeps at an office before he clears some away. */
const mostViews = 50;

export interface KeptInboxView {
  readonly id: string;
  readonly address: string;
}

/** Keeps a list with its filters by name; the same name again replaces what one kept oneself. */
export async function keepInboxView(
  viewer: Viewer,
  { name, shared, chosen }: z.infer<typeof inboxViewInput>,
  now: Now,
): Promise<Result<KeptInboxView>> {
  const own = ownViews(viewer);
  const data = { isShared: shared === "yes", address: chosen, savedAt: now.at };
  return transact(viewer, now, async (tx) => {
    if ((await tx.client.inboxView.count({ where: { ...own, NOT: { name } } })) >= mostViews) {
      return fail({ code: "too-many-views", field: "name" });
    }
    const kept = await tx.client.inboxView.upsert({
      where: { officeId_accountId_name: { ...own, name } },
      create: { ...own, name, ...data },
      update: data,
      select: { id: true, address: true },
    });
    record(tx, { action: "inbox:keep-view", object: { kind: "inbox-view", id: kept.id }, reason: "own-office" });
    return ok(kept);
  });
}

/** Takes away what one kept oneself; a view of a colleague is not there to take away. */
export async function dropInboxView(
  viewer: Viewer,
  { id }: z.infer<typeof inboxViewTarget>,
  now: Now,
): Promise<Result<null>> {
  const own = ownViews(viewer);
  return transact(viewer, now, async (tx) => {
    const { count } = await tx.client.inboxView.deleteMany({ where: { ...own, id } });
    if (count === 0) throw new NotFound("view");
    record(tx, { action: "inbox:drop-view", object: { kind: "inbox-view", id }, reason: "own-office" });
    return ok(null);
  });
}

function ownViews(viewer: Viewer): Pick<OfficeViewer, "officeId" | "accountId"> {
  if (viewer.kind !== "office" || !readsInbox(viewer)) throw new NotAllowed("report:read");
  return { officeId: viewer.officeId, accountId: viewer.accountId };
}
