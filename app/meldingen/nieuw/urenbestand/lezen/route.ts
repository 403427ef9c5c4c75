import type { SchoolViewer } from "@/lib/identity/viewer";
import { findViewer } from "@/lib/identity/viewer.server";
import { openDraft } from "@/lib/reports/commands/open-draft.server";
import { saveDraft } from "@/lib/reports/commands/save-draft.server";
import { draftFrom, draftInput } from "@/lib/reports/draft";
import type { FormValues } from "@/lib/reports/form-values";
import { sheetBytesMax, UnreadableSheet } from "@/lib/reports/sheet/table";
import { now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { parseInput } from "@/lib/shared/parse-input";
import { NotFound } from "@/lib/shared/problem";
import { takeFiles, wholeOf } from "@/lib/web/multipart.server";
import { isFromOwnPage } from "@/lib/web/same-site";
import { onlyId } from "@/lib/web/search-params";
import { seeOther } from "@/lib/web/see-other";
import { rowsOfStudent, sheetProblem } from "../../rows-of-student";

const form = "/meldingen/nieuw";

/** A sheet from who has no script: its rows about the student are laid in the draft, and the form is there again. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromOwnPage(request.headers)) return new Response(null, { status: 403 });
  const viewer = await findViewer();
  if (viewer?.kind !== "school") return seeOther(`/inloggen?${new URLSearchParams({ terug: form })}`);
  const id = onlyId(new URL(request.url).searchParams.get("concept") ?? undefined);
  if (id === undefined) return seeOther(form);
  try {
    return await layInDraft(request, viewer, id);
  } catch (error) {
    // What became of the draft or its student, the form says.
    if (error instanceof NotFound) return seeOther(`${form}?concept=${id}`);
    const { code, facts } = sheetProblem(error);
    const why = new URLSearchParams({ concept: id, probleem: code, regel: String(facts?.["line"] ?? 1) });
    return seeOther(`${form}/urenbestand?${why}`);
  }
}

async function layInDraft(request: Request, viewer: SchoolViewer, id: string): Promise<Response> {
  const room = { files: 1, bytesPerFile: sheetBytesMax + 1 };
  const [bytes] = await takeFiles(request, room, ({ bytes: pieces }) => wholeOf(pieces));
  if (bytes === undefined || bytes.length === 0) throw new UnreadableSheet("sheet-empty");
  const moment = now();
  const { words, version } = await openDraft(viewer, id, moment);
  const text = await rowsOfStudent(viewer, words, bytes);
  const values: FormValues = { ...words, "sheet.text": text, draftVersion: String(version), draftPage: newId() };
  const draft = parseInput(draftInput, draftFrom(values));
  if (!draft.ok) throw new UnreadableSheet("sheet-too-large");
  const kept = await saveDraft(viewer, draft.value, moment);
  return seeOther(kept.kind === "sent" ? `/meldingen/${kept.reference}` : `${form}?concept=${kept.id}`);
}
