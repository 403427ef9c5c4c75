import "server-only";
import { log } from "@/lib/config/log.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { findViewer } from "@/lib/identity/viewer.server";
import { type BegunImport, beginImport, type SheetSource } from "@/lib/reports/commands/begin-import.server";
import { sheetBytesMax } from "@/lib/reports/sheet/table";
import { now } from "@/lib/shared/clock";
import { NotAllowed, type Problem } from "@/lib/shared/problem";
import { fail, type Result } from "@/lib/shared/result";
import { isDatabaseAway } from "./database-away";
import { FormBroken, takeFiles, wholeOf } from "./multipart.server";
import { problemSentence } from "./problem-sentence";
import { requestForm } from "./request-form";
import { isFromOwnPage } from "./same-site";
import { seeOther } from "./see-other";

const page = "/meldingen/importeren";

/**
 * The doorbell for a sheet with many reports, a file or rows that were pasted. With script the answer is JSON and what
 * was pasted stays in its field; without it the next page comes, or this one again with why not.
 */
export async function answerSheetUpload(request: Request, kind: "file" | "rows"): Promise<Response> {
  if (!isFromOwnPage(request.headers)) return new Response(null, { status: 403 });
  const isScript = request.headers.get("accept") === "application/json";
  const viewer = await findViewer();
  if (viewer === null) return isScript ? refusal(fail({ code: "signed-out" }), "nl") : seeOther(signIn);
  const begun = await begin(viewer, request, kind);
  if (begun.ok) return isScript ? Response.json({ to: pageOf(begun.value) }) : seeOther(pageOf(begun.value));
  return isScript ? refusal(begun, viewer.locale) : seeOther(`${page}?${outcomeOf(begun.problems)}`);
}

const signIn = `/inloggen?${new URLSearchParams({ terug: page })}`;

async function begin(viewer: PersonViewer, request: Request, kind: "file" | "rows"): Promise<Result<BegunImport>> {
  try {
    const source = kind === "file" ? await fileIn(request) : await rowsIn(request);
    return source.ok ? await beginImport(viewer, source.value, now()) : source;
  } catch (error) {
    return fail(problemOf(error));
  }
}

async function fileIn(request: Request): Promise<Result<SheetSource>> {
  const room = { files: 1, bytesPerFile: sheetBytesMax + 1 };
  const [bytes] = await takeFiles(request, room, ({ bytes: pieces }) => wholeOf(pieces));
  if (bytes === undefined || bytes.length === 0) return fail({ code: "sheet-empty" });
  return { ok: true, value: { bytes } };
}

async function rowsIn(request: Request): Promise<Result<SheetSource>> {
  const form = await requestForm(request, sheetBytesMax);
  const text = form?.get("regels");
  if (typeof text !== "string") return fail({ code: "import-too-large" });
  return { ok: true, value: { text } };
}

function problemOf(error: unknown): Problem {
  if (error instanceof NotAllowed) return { code: "not-allowed" };
  if (error instanceof FormBroken) return { code: error.code === "file-too-large" ? "import-too-large" : error.code };
  if (!isDatabaseAway(error)) throw error;
  log().error({ err: error }, "a sheet could not be kept");
  return { code: "database-away" };
}

function pageOf({ id, isKnown }: BegunImport): string {
  return `${page}/${id}${isKnown ? "?klaar=bekend" : ""}`;
}

/** A refusal that was understood is an answer like any other: a browser would write an error status into its log. */
function refusal(refused: Result<never>, locale: "nl" | "en"): Response {
  const problems = refused.ok ? [] : refused.problems;
  return Response.json({ sentences: problems.map((problem) => problemSentence(problem, locale)) });
}

/** For the page that comes back: a code and the number of a row. */
function outcomeOf([problem]: readonly Problem[]): URLSearchParams {
  const line = problem?.facts?.["line"];
  return new URLSearchParams({
    probleem: problem?.code ?? "invalid",
    ...(line === undefined ? {} : { regel: String(line) }),
  });
}
