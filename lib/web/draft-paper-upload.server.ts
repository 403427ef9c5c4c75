import "server-only";
import { takeDraftPaper } from "@/lib/attachments/commands/drop-draft-paper.server";
import { preparePaper } from "@/lib/attachments/commands/prepare-paper.server";
import type { DraftPaperView } from "@/lib/attachments/views";
import type { Locale } from "@/lib/i18n/locale";
import { findViewer } from "@/lib/identity/viewer.server";
import { now } from "@/lib/shared/clock";
import { fail, ok } from "@/lib/shared/result";
import { orNotFound } from "./or-not-found.server";
import { receiveAll, scriptAnswer } from "./paper-upload.server";

/** The doorbell for a paper that comes while the report is still being written; only script rings it. */
export async function answerDraftUpload<Line>(
  request: Request,
  submissionId: string,
  lineOf: (paper: DraftPaperView, locale: Locale) => Line,
): Promise<Response> {
  const viewer = await findViewer();
  if (viewer === null) return scriptAnswer(fail({ code: "signed-out" }), "nl");
  const { locale } = viewer;
  const [first] = await receiveAll<object>(viewer, request, async (paper) => {
    const prepared = await preparePaper(viewer, { submissionId, ...paper }, now());
    if (!prepared.ok || prepared.value.kind === "added") return prepared;
    const { paper: kept } = prepared.value;
    return ok({ ...prepared.value, state: kept.state, paper: lineOf(kept, locale) });
  });
  return scriptAnswer(first ?? fail({ code: "file-missing" }), locale);
}

export async function answerDraftRemoval(id: string): Promise<Response> {
  const viewer = await findViewer();
  if (viewer === null) return new Response(null, { status: 401 });
  await orNotFound(() => takeDraftPaper(viewer, id, now()));
  return new Response(null, { status: 204 });
}
