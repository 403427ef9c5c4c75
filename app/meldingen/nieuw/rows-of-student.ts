import type { SchoolViewer } from "@/lib/identity/viewer";
import { readSheet } from "@/lib/reports/commands/sheet.server";
import { type FormValues, textIn } from "@/lib/reports/form-values";
import { carriedCharactersMax, rowsAbout, UnreadableSheet, writeTable } from "@/lib/reports/sheet/table";
import { now } from "@/lib/shared/clock";
import { NotAllowed, NotFound, type Problem } from "@/lib/shared/problem";
import { FormBroken } from "@/lib/web/multipart.server";
import { withStudentNumber } from "./check-answers";

/** Of a sheet as large as a school, the rows about the student of the form, as text for the form; nothing is kept. */
export async function rowsOfStudent(viewer: SchoolViewer, asked: FormValues, bytes: Uint8Array): Promise<string> {
  const values = await withStudentNumber({ viewer, values: asked, now: now() });
  const table = await readSheet(viewer, bytes);
  const text = writeTable(rowsAbout(table, textIn(values, "student.number")));
  if (text.length > carriedCharactersMax) throw new UnreadableSheet("sheet-too-large");
  return text;
}

/** What somebody can mend; anything else is a failure. */
export function sheetProblem(error: unknown): Problem {
  if (error instanceof UnreadableSheet) return { code: error.code, facts: { line: error.line ?? 1 } };
  if (error instanceof FormBroken) return { code: error.code === "file-too-large" ? "sheet-too-large" : error.code };
  if (error instanceof NotFound) return { code: "student-unknown" };
  if (error instanceof NotAllowed) return { code: "not-allowed" };
  throw error;
}
