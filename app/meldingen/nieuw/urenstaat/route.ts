import { getLocale } from "next-intl/server";
import type { SchoolViewer } from "@/lib/identity/viewer";
import { findViewer } from "@/lib/identity/viewer.server";
import { readSheet } from "@/lib/reports/commands/sheet.server";
import { type FormValues, textIn } from "@/lib/reports/form-values";
import { carriedCharactersMax, rowsAbout, sheetBytesMax, UnreadableSheet, writeTable } from "@/lib/reports/sheet/table";
import { now } from "@/lib/shared/clock";
import { NotAllowed, NotFound, type Problem } from "@/lib/shared/problem";
import { FormBroken, takeFiles, wholeOf } from "@/lib/web/multipart.server";
import { problemSentence } from "@/lib/web/problem-sentence";
import { isFromOwnPage } from "@/lib/web/same-site";
import { withStudentNumber } from "../check-answers";

const headers = { "Cache-Control": "no-store" };

/** The rows of a large sheet that are about the student of the form, as text for the form; nothing is kept. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromOwnPage(request.headers)) return new Response(null, { status: 403, headers });
  const viewer = await findViewer();
  if (viewer?.kind !== "school") return new Response(null, { status: 401, headers });
  try {
    return Response.json({ text: await rowsIn(request, viewer) }, { headers });
  } catch (error) {
    const sentence = problemSentence(problemOf(error), await getLocale());
    return Response.json({ sentence }, { headers });
  }
}

async function rowsIn(request: Request, viewer: SchoolViewer): Promise<string> {
  const room = { files: 1, bytesPerFile: sheetBytesMax + 1 };
  const [sent] = await takeFiles(request, room, async ({ fields, bytes }) => ({
    values: Object.fromEntries(fields),
    bytes: await wholeOf(bytes),
  }));
  if (sent === undefined) throw new UnreadableSheet("sheet-empty");
  const values: FormValues = await withStudentNumber({ viewer, values: sent.values, now: now() });
  const table = await readSheet(viewer, sent.bytes);
  const text = writeTable(rowsAbout(table, textIn(values, "student.number")));
  if (text.length > carriedCharactersMax) throw new UnreadableSheet("sheet-too-large");
  return text;
}

/** What somebody can mend; anything else is a failure. */
function problemOf(error: unknown): Problem {
  if (error instanceof UnreadableSheet) return { code: error.code, facts: { line: error.line ?? 1 } };
  if (error instanceof FormBroken) return { code: error.code === "file-too-large" ? "sheet-too-large" : error.code };
  if (error instanceof NotFound) return { code: "student-unknown" };
  if (error instanceof NotAllowed) return { code: "not-allowed" };
  throw error;
}
