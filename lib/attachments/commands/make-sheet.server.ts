import "server-only";
import type { PersonViewer } from "@/lib/identity/viewer";
import { findReport } from "@/lib/reports/queries.server";
import type { Now } from "@/lib/shared/clock";
import { NotAllowed } from "@/lib/shared/problem";
import { fail, type Result } from "@/lib/shared/result";
import { absenceSheetOf } from "../absence-sheet";
import type { AddedPaper } from "../views";
import { csvSheet, pdfSheet } from "../write-sheet.server";
import { addPaper, type NewPaper } from "./add-paper.server";

interface Wanted {
  readonly reference: string;
  readonly format: "pdf" | "csv";
  readonly alongside?: NewPaper["alongside"];
}

/** Makes the absence sheet from the hours of the report and adds it: no sheet has to be made and sent by hand. */
export async function makeSheet(
  viewer: PersonViewer,
  { reference, format, ...beside }: Wanted,
  now: Now,
): Promise<Result<AddedPaper>> {
  // The sheet says who made it, and the school may not learn who handles a protected student (settled 12).
  if (viewer.kind !== "school") throw new NotAllowed("attachment:add");
  const report = await findReport(viewer, now, reference);
  const sheet = absenceSheetOf(report, viewer.name, now.today);
  if (sheet === null) return fail({ code: "papers-no-hours" });
  const bytes = format === "pdf" ? await pdfSheet(sheet) : csvSheet(sheet);
  const file = { name: `verzuimstaat.${format}`, bytes: once(bytes), size: bytes.length };
  return addPaper(viewer, { reference, kind: "absence_sheet", file, ...beside }, now);
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
