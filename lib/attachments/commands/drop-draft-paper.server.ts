import "server-only";
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
  const dropped = await transact(viewer, now, (tx) => dropDraftPaper(tx, id));
  if (dropped) await throwAwayIfPossible(paper.objectKey);
}
