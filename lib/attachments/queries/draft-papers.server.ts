import "server-only";
import { openText } from "@/lib/db/seal.server";
import type { SchoolViewer } from "@/lib/identity/viewer";
import { askDraftPapers } from "../draft-papers.server";
import { isFormat } from "../formats";
import { isKind } from "../kinds";
import type { DraftPaperView } from "../views";

/** The papers that a form names, as far as they still wait; whoever opens the draft is on the access log for it. */
export async function listDraftPapers(
  viewer: SchoolViewer,
  ids: readonly string[],
): Promise<readonly DraftPaperView[]> {
  const rows = await askDraftPapers(viewer, ids);
  return rows.map(({ id, kind, format, nameSealed, byteCount, waits, uploadedAt }) => ({
    id,
    kind: isKind(kind) ? kind : "other",
    format: isFormat(format) ? format : "txt",
    name: openText(nameSealed),
    byteCount,
    state: waits ? "waiting" : "clean",
    uploadedAt,
  }));
}
