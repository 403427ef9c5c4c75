import "server-only";
import type { SchoolViewer } from "@/lib/identity/viewer";
import { inBatches } from "@/lib/shared/batches";
import type { Now } from "@/lib/shared/clock";
import type { Submission } from "../commands/file-report.server";
import { fileTogether } from "../file-together.server";
import { apart, batchSize, numberOf, type ReadingRow, refused } from "./check-rows.server";
import { filedRows, type Judgement } from "./rows.server";

/**
 * Files the rows as form and API file one report. A row is done in the statement that files it, so whoever is cut off
 * in between goes on after the last report, and sends nothing twice. Answers what was refused after all.
 */
export async function sendRows(
  viewer: SchoolViewer,
  importId: string,
  rows: readonly ReadingRow[],
  now: Now,
): Promise<readonly Judgement[]> {
  const { whole, judged } = apart(rows);
  for (const batch of inBatches(whole, numberOf, batchSize)) {
    const filings = batch.map(({ line, input, submissionId }) => ({
      id: submissionId,
      input,
      ...doneWith(importId, line),
    }));
    const filed = await fileTogether(viewer, filings, now);
    for (const [at, result] of filed.entries()) {
      const line = batch[at]?.line;
      if (line !== undefined && !result.ok) judged.push(refused(line, result.problems));
    }
  }
  return judged;
}

function doneWith(importId: string, line: number): Pick<Submission, "alongside"> {
  return { alongside: (ledger, { reference }) => ledger.collect(filedRows, { importId, line, reference }) };
}
