import "server-only";
import type { SchoolViewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { inLanes } from "@/lib/shared/lanes";
import { fileReport } from "../commands/file-report.server";
import { numberOf, type ReadingRow, refused, wrong } from "./check-rows.server";
import type { ReadRow } from "./in-file";
import { filedRows, type Judgement } from "./rows.server";

/**
 * Files each row by the command of form and API. The row is done in the statement that files it, so whoever is cut off
 * in between goes on after the last report, and sends nothing twice. Answers what was refused after all.
 */
export async function sendRows(
  viewer: SchoolViewer,
  importId: string,
  rows: readonly ReadingRow[],
  now: Now,
): Promise<readonly Judgement[]> {
  const judged: Judgement[] = [];
  const whole: ReadRow[] = [];
  for (const { line, read } of rows) {
    if (read.ok) whole.push(read.value);
    else judged.push(wrong(line, read.problems));
  }
  await inLanes(whole, numberOf, async ({ line, input, submissionId }) => {
    const filed = await fileReport(viewer, input, now, {
      id: submissionId,
      wasFound: true,
      alongside: (ledger, { reference }) => ledger.collect(filedRows, { importId, line, reference }),
    });
    if (!filed.ok) judged.push(refused(line, filed.problems));
  });
  return judged;
}
