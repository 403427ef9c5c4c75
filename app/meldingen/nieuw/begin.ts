import { draftPaperLine } from "@/components/attachments/paper-text";
import type { DraftPaperLine } from "@/components/attachments/upload-list";
import type { Beginning } from "@/components/reports/drafts/begin-notice";
import type { ReportFormState } from "@/components/reports/form/form-state";
import { listDraftPapers } from "@/lib/attachments/queries/draft-papers.server";
import type { Locale } from "@/lib/i18n/locale";
import type { SchoolViewer } from "@/lib/identity/viewer";
import { textsIn } from "@/lib/reports/form-values";
import type { Now } from "@/lib/shared/clock";
import { onlyId } from "@/lib/web/search-params";
import { resume } from "./drafts";
import { followUpStart, nextStart, startOf, usualStart } from "./start";

interface Address {
  readonly vervolg?: string | string[] | undefined;
  /** One after the other: the report that was just sent. */
  readonly na?: string | string[] | undefined;
  readonly concept?: string | string[] | undefined;
}

interface Begun {
  readonly start: ReportFormState;
  readonly beginning: Beginning;
  readonly papers: readonly DraftPaperLine[];
}

/** The form as the address asks for it: empty, after an earlier report, or as it was left. */
export async function beginForm(
  viewer: SchoolViewer,
  { vervolg, concept, na }: Address,
  asked: { readonly now: Now; readonly locale: Locale },
): Promise<Begun> {
  if (concept !== undefined) return resumed(viewer, onlyId(concept) ?? null, asked);
  if (typeof na === "string") {
    return { start: await nextStart(viewer, na, asked.now), beginning: { kind: "next", sent: na }, papers: [] };
  }
  if (typeof vervolg !== "string") return { start: await usualStart(viewer), beginning: { kind: "empty" }, papers: [] };
  return { start: await followUpStart(viewer, vervolg, asked), beginning: { kind: "empty" }, papers: [] };
}

async function resumed(
  viewer: SchoolViewer,
  id: string | null,
  asked: { readonly now: Now; readonly locale: Locale },
): Promise<Begun> {
  const found = id === null ? null : await resume(viewer, id, asked);
  if (found === null) return { start: startOf(viewer), beginning: { kind: "gone" }, papers: [] };
  const { draft, start } = found;
  const papers = await listDraftPapers(viewer, textsIn(draft.words, "papers"));
  return {
    start,
    beginning: draft.isOwn ? { kind: "resumed" } : { kind: "prepared", by: draft.ownerName },
    papers: papers.map((paper) => draftPaperLine(paper, asked.locale)),
  };
}
