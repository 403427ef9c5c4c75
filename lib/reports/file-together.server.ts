import "server-only";
import { StatementRefused } from "@/lib/db/statement.server";
import type { Viewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import type { Result } from "@/lib/shared/result";
import { fileReport, type Submission } from "./commands/file-report.server";
import type { ReportInput } from "./input";
import { type Prepared, prepareFilings } from "./prepare-filing.server";
import { storeTogether } from "./store-filing.server";

interface ToFile extends Submission {
  readonly input: ReportInput;
}

/**
 * Files reports of different students as `fileReport` files one, with one question and one statement for all of them;
 * answers in their order what was refused. Where another send came between, or two turn out to be about one student, the
 * statement stores nothing, and each is filed by itself: so whichever it was hears it, and the others go on.
 */
export async function fileTogether(
  viewer: Viewer,
  filings: readonly ToFile[],
  now: Now,
): Promise<readonly Result<unknown>[]> {
  const asked = filings.map(({ id, input }) => ({ input, submissionId: id }));
  const prepared = await prepareFilings(viewer, asked, now, { right: "report:file", wasFound: true });
  if (await areStored(viewer, filings, prepared, now)) return prepared;
  const results: Result<unknown>[] = [];
  for (const [at, { input, ...submission }] of filings.entries()) {
    const before = prepared[at];
    results.push(before?.ok === false ? before : await fileReport(viewer, input, now, submission));
  }
  return results;
}

async function areStored(
  viewer: Viewer,
  filings: readonly ToFile[],
  results: readonly Result<Prepared>[],
  now: Now,
): Promise<boolean> {
  const whole = filings.flatMap(({ input, alongside }, at) => {
    const result = results[at];
    return result?.ok ? [{ input, alongside, action: "report:file" as const, prepared: result.value }] : [];
  });
  try {
    await storeTogether(viewer, now, whole);
    return true;
  } catch (error) {
    if (error instanceof StatementRefused) return false;
    throw error;
  }
}
