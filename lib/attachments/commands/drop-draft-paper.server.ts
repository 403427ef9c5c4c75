import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import { transact } from "@/lib/audit/transact.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { askDraftPapers } from "../draft-papers.server";
import { dropDraftPaper } from "../drop-draft-paper.server";
import { throwAwayIfPossible } from "../vault.server";

/** Takes a paper away that was added to a report that is still being written. */
export async function takeDraftPaper(viewer: PersonViewer, id: string, now: Now): Promise<void> {
  const [paper] = await askDraftPapers(viewer, [id]);
  if (paper === undefined) throw new NotFound("draft-paper");
  const objectKey = await transact(viewer, now, async (tx) => {
    const dropped = await dropDraftPaper(tx, id);
    if (dropped === null) return null;
    const object = { kind: "draft", id: dropped.submissionId };
    record(tx, { action: "draft:detach", object, reason: usualReason(viewer) });
    return dropped.objectKey;
  });
  if (objectKey !== null) await throwAwayIfPossible(objectKey);
}
