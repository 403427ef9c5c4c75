import { getLocale } from "next-intl/server";
import type { SchoolViewer } from "@/lib/identity/viewer";
import { findViewer } from "@/lib/identity/viewer.server";
import { sheetBytesMax, UnreadableSheet } from "@/lib/reports/sheet/table";
import { takeFiles, wholeOf } from "@/lib/web/multipart.server";
import { problemSentence } from "@/lib/web/problem-sentence";
import { isFromOwnPage } from "@/lib/web/same-site";
import { rowsOfStudent, sheetProblem } from "../rows-of-student";

const headers = { "Cache-Control": "no-store" };

/** The rows of a large sheet that are about the student of the form, as text for the form; nothing is kept. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromOwnPage(request.headers)) return new Response(null, { status: 403, headers });
  const viewer = await findViewer();
  if (viewer?.kind !== "school") return new Response(null, { status: 401, headers });
  try {
    return Response.json({ text: await rowsIn(request, viewer) }, { headers });
  } catch (error) {
    const sentence = problemSentence(sheetProblem(error), await getLocale());
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
  return rowsOfStudent(viewer, sent.values, sent.bytes);
}
