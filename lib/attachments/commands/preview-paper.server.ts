import "server-only";
import { buffer } from "node:stream/consumers";
import { usualReason } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import { transact } from "@/lib/audit/transact.server";
import { openText } from "@/lib/db/seal.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { findPaper } from "../find-paper.server";
import { isFormat } from "../formats";
import { gateFor } from "../gate";
import { isKind } from "../kinds";
import { makePreview } from "../preview/make-preview.server";
import { takeOut } from "../vault.server";
import type { PreviewedPaper } from "../views";

/** Each holds a whole file in memory. */
const previewing = gateFor(2);

/** Shows a paper without giving it: drawn or written anew. The right is asked at this moment, and it is on the access log. */
export async function previewPaper(
  viewer: PersonViewer,
  { id, page }: { readonly id: string; readonly page: number },
  now: Now,
): Promise<PreviewedPaper> {
  const paper = await transact(viewer, now, async (tx) => {
    const found = await findPaper(tx, { id });
    record(tx, { action: "attachment:preview", object: { kind: "attachment", id }, reason: usualReason(viewer) });
    return found;
  });
  const format = isFormat(paper.format) ? paper.format : "txt";
  return {
    id,
    reference: paper.report.reference,
    name: openText(paper.nameSealed),
    kind: isKind(paper.kind) ? paper.kind : "other",
    format,
    byteCount: paper.byteCount,
    preview: await previewing(async () => makePreview(format, await buffer(takeOut(paper)), page)),
  };
}
