import "server-only";
import { prisma } from "@/lib/db/client.server";
import type { OfficeViewer, Viewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { NotAllowed } from "@/lib/shared/problem";
import { type BulkResult, bulkKinds, chosenList, refusedList } from "../bulk";
import { mayUndo } from "../bulk-acts.server";
import { chosenReferences } from "../bulk-change.server";
import { readsInbox } from "../inbox";

/** What became of the own act; null: not one's own, or forgotten. */
export async function findBulkResult(viewer: OfficeViewer, now: Now, id: string): Promise<BulkResult | null> {
  const { officeId, accountId } = viewer;
  const act = await prisma.bulkAct.findFirst({ where: { id, officeId, accountId } });
  const kind = bulkKinds.find((known) => known === act?.kind);
  if (act === null || kind === undefined) return null;
  const refused = refusedList.parse(act.refused);
  const isUndone = act.undoneAt !== null;
  const done = Array.isArray(act.done) ? act.done.length : 0;
  return {
    id,
    kind,
    doneCount: isUndone ? done - refused.length : done,
    refused,
    isUndone,
    mayUndo: mayUndo(act, now) && done > 0,
  };
}

/**
 * The references of a whole list with its filters, as many as can be done at once; the list itself is already shown.
 * What is no address of a list holds none.
 */
export async function listChosen(viewer: Viewer, now: Now, given: unknown): Promise<readonly string[]> {
  if (viewer.kind !== "office" || !readsInbox(viewer)) throw new NotAllowed("report:read");
  const list = chosenList.safeParse(given);
  return list.success ? chosenReferences(viewer, now, { references: [], list: list.data }) : [];
}
