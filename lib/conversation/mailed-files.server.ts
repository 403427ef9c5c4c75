import "server-only";
import { Readable } from "node:stream";
import { addPaper } from "@/lib/attachments/commands/add-paper.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import type { ReportFacts } from "@/lib/policy/report-rules";
import type { Now } from "@/lib/shared/clock";

/** A file that came along with a mail. */
export interface MailedFile {
  /** Empty when the mail gave it none. */
  readonly name: string;
  readonly bytes: Buffer;
}

type Report = ReportFacts & { readonly reference: string };

/**
 * Puts what came along with the report, as if it had been added there: with the same limits, looked through in the same
 * way, and once when a mail comes twice. Answers how many could not be kept.
 */
export async function keepFiles(
  viewer: PersonViewer,
  report: Report,
  files: readonly MailedFile[],
  now: Now,
): Promise<number> {
  if (!can(viewer, "attachment:add", report)) return files.length;
  let leftCount = 0;
  for (const { name, bytes } of files) {
    const file = { name, bytes: Readable.from([bytes]), size: bytes.length };
    const added = await addPaper(viewer, { reference: report.reference, kind: "other", file }, now);
    if (!added.ok) leftCount += 1;
  }
  return leftCount;
}
