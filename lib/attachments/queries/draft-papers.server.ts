import "server-only";
import type { SchoolViewer } from "@/lib/identity/viewer";
import { askDraftPapers, draftPaperView } from "../draft-papers.server";
import type { DraftPaperView } from "../views";

/** The papers that a form names, as far as they still wait; whoever opens the draft is on the access log for it. */
export async function listDraftPapers(
  viewer: SchoolViewer,
  ids: readonly string[],
): Promise<readonly DraftPaperView[]> {
  const rows = await askDraftPapers(viewer, ids);
  return rows.map(draftPaperView);
}
