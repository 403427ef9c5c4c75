import "server-only";
import { addPaper } from "@/lib/attachments/commands/add-paper.server";
import { makeSheet } from "@/lib/attachments/commands/make-sheet.server";
import { isKind, type KindCode } from "@/lib/attachments/kinds";
import { limits } from "@/lib/attachments/limits";
import { dropParts, fileOfParts } from "@/lib/attachments/parts.server";
import type { SentFile } from "@/lib/attachments/received.server";
import { log } from "@/lib/config/log.server";
import { answerWithPaper, answerWithSheet } from "@/lib/conversation/commands/answer-with-paper.server";
import type { Locale } from "@/lib/i18n/locale";
import type { PersonViewer } from "@/lib/identity/viewer";
import { findViewer } from "@/lib/identity/viewer.server";
import { reportPath } from "@/lib/notifications/views";
import { now } from "@/lib/shared/clock";
import { NotAllowed, NotFound, type Problem } from "@/lib/shared/problem";
import { fail, type Result } from "@/lib/shared/result";
import { isDatabaseAway } from "./database-away";
import { FormBroken, type FormFile, takeFiles } from "./multipart.server";
import { problemSentence } from "./problem-sentence";
import { requestForm } from "./request-form";
import { onlyId } from "./search-params";
import { seeOther } from "./see-other";

/** Without script all files of a report may come in one form. */
const room = { files: limits.filesPerReport, bytesPerFile: limits.bytesPerFile };

/**
 * The doorbell for papers: a form with files, read while it arrives. With script each file comes by itself and is
 * answered in JSON; without it all come at once, and the page comes back and says what became of them.
 */
export async function answerUpload(request: Request, reference: string): Promise<Response> {
  const viewer = await findViewer();
  const isScript = request.headers.get("accept") === "application/json";
  if (viewer === null) return isScript ? scriptAnswer(fail({ code: "signed-out" }), "nl") : seeOther("/inloggen");
  const question = questionIn(request);
  const results = await receiveAll(viewer, request, (paper) =>
    question === undefined
      ? addPaper(viewer, { reference, ...paper }, now())
      : answerWithPaper(viewer, { reference, request: question, ...paper }, now()),
  );
  if (isScript) return scriptAnswer(results[0] ?? fail({ code: "file-missing" }), viewer.locale);
  return seeOther(`${reportPath(viewer.kind, reference)}?${pageAfter(question, results)}`);
}

/** Which question of the office the papers answer; undefined: none. */
function questionIn(request: Request): string | undefined {
  return onlyId(new URL(request.url).searchParams.get("vraag") ?? undefined);
}

/** Where the page comes back: at the question that was answered, or at the papers. */
function pageAfter(question: string | undefined, results: readonly Result<unknown>[]): string {
  const isAnswered = question !== undefined && results.length > 0 && results.every(({ ok }) => ok);
  if (isAnswered) return `${new URLSearchParams({ gesprek: "beantwoord" })}#vragen`;
  return `${outcomeOf(results.length === 0 ? [fail({ code: "file-missing" })] : results)}#bijlagen`;
}

/** Makes the absence sheet and adds it, at one click. */
export async function answerSheet(request: Request, reference: string): Promise<Response> {
  const viewer = await findViewer();
  if (viewer === null) return seeOther("/inloggen");
  const format = (await requestForm(request))?.get("soort") === "csv" ? "csv" : "pdf";
  const question = questionIn(request);
  const made = await orProblem(() =>
    question === undefined
      ? makeSheet(viewer, { reference, format }, now())
      : answerWithSheet(viewer, { reference, request: question, format }, now()),
  );
  return seeOther(`${reportPath(viewer.kind, reference)}?${pageAfter(question, [made])}`);
}

/** A paper that cannot be kept is told of; the report that it is about stands. */
export async function orProblem<Value>(keep: () => Promise<Result<Value>>): Promise<Result<Value>> {
  try {
    return await keep();
  } catch (error) {
    return fail(problemOf(error));
  }
}

/** A file of a form, as it is kept. */
interface GivenPaper {
  readonly kind: KindCode;
  readonly file: SentFile;
}

/** All files of a form, one after the other; what becomes of one says nothing of the next. */
export async function receiveAll<Value>(
  viewer: PersonViewer,
  request: Request,
  keep: (paper: GivenPaper) => Promise<Result<Value>>,
): Promise<readonly Result<Value>[]> {
  if (cameInParts(request)) return [await receiveParts(viewer, request, keep)];
  try {
    const results = await takeFiles(request, room, (file) => receiveOne(file, keep));
    return results.filter((result) => result !== null);
  } catch (error) {
    return [fail(problemOf(error))];
  }
}

/** By script, and large: the parts are there, and this says that they are one file. */
function cameInParts({ headers }: Request): boolean {
  return headers.get("content-type")?.startsWith("application/x-www-form-urlencoded") ?? false;
}

async function receiveParts<Value>(
  viewer: PersonViewer,
  request: Request,
  keep: (paper: GivenPaper) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const form = await requestForm(request);
  const text = (name: string) => String(form?.get(name) ?? "");
  const uploadId = onlyId(text("delen"));
  if (uploadId === undefined) return fail({ code: "upload-cut" });
  const counted = { size: sizeOf(text("size")) ?? 0, sha256: text("sha256") || undefined };
  const result = await orProblem(async () => {
    const bytes = await fileOfParts(viewer, uploadId);
    return keep({ kind: kindOf(text("kind")), file: { name: text("naam"), bytes, ...counted } });
  });
  // What may go better another time still needs them.
  if (result.ok || !result.problems.some(({ code }) => passing.has(code))) await dropParts(viewer, uploadId);
  return result;
}

/** Null: the field was left empty. */
async function receiveOne<Value>(
  { name, fields, bytes }: FormFile,
  keep: (paper: GivenPaper) => Promise<Result<Value>>,
): Promise<Result<Value> | null> {
  if (name === "") return null;
  const file = { name, bytes, size: sizeOf(fields.get("size")), sha256: fields.get("sha256") };
  return orProblem(() => keep({ kind: kindOf(fields.get("kind")), file }));
}

function kindOf(text: string | undefined): KindCode {
  return text !== undefined && isKind(text) ? text : "other";
}

function sizeOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : undefined;
}

/** What is not known here was a store or a disk that failed: the report is safe, the file can be sent again. */
function problemOf(error: unknown): Problem {
  if (error instanceof NotFound) return { code: "not-found" };
  if (error instanceof NotAllowed) return { code: "not-allowed" };
  if (error instanceof FormBroken) return { code: error.code };
  log().error({ err: error }, "a paper could not be kept");
  return { code: isDatabaseAway(error) ? "database-away" : "store-away" };
}

/** What may go better another time, with the same file. */
const passing = new Set(["signed-out", "upload-cut", "store-away", "database-away", "invalid"]);

/** A refusal that was understood is an answer like any other: a browser would write an error status into its log. */
export function scriptAnswer(result: Result<object>, locale: Locale): Response {
  if (result.ok) return Response.json(result.value);
  const [problem = { code: "invalid" }] = result.problems;
  const { code } = problem;
  return Response.json({ code, sentence: problemSentence(problem, locale), canRetry: passing.has(code) });
}

/** For the page that comes back: codes only, never a name. */
export function outcomeOf(results: readonly Result<unknown>[]): URLSearchParams {
  const outcome = new URLSearchParams();
  const added = results.filter((result) => result.ok).length;
  if (added > 0) outcome.set("bijlagen", String(added));
  const refused = results.flatMap((result) => (result.ok ? [] : result.problems.map(({ code }) => code)));
  for (const code of new Set(refused)) outcome.append("fout", code);
  return outcome;
}
