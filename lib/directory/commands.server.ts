import "server-only";
import type { AuditAct } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import { commit } from "@/lib/audit/transact.server";
import { settings } from "@/lib/config/env.server";
import { inBulk } from "@/lib/db/bulk.server";
import { UnreadableFile } from "@/lib/directory/imports/csv-reader";
import { WrongHeader } from "@/lib/directory/imports/read-rows";
import { type ImportFile, type ImportOutcome, takeFile } from "@/lib/directory/imports/take-file.server";
import type { Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import type { Now } from "@/lib/shared/clock";
import { NotAllowed, type Problem } from "@/lib/shared/problem";
import { fail, type Result } from "@/lib/shared/result";

/** Takes a file into the directory, in one transaction; memory does not grow with the file. */
export async function importFile(viewer: Viewer, file: ImportFile, now: Now): Promise<Result<ImportOutcome>> {
  if (!can(viewer, "directory:import", {})) throw new NotAllowed("directory:import");
  try {
    return await inBulk(settings().databaseUrl, "READ COMMITTED", async (connection) => {
      const result = await takeFile(connection, file);
      const keep = result.ok && result.value.isAccepted && !file.isDryRun;
      if (keep) await recordImport(viewer, now, actOf(file, result.value));
      return { keep, value: result };
    });
  } catch (error) {
    return fail(...problemsOf(error));
  }
}

/** On the log before the transaction ends: an import that cannot be logged does not happen. */
async function recordImport(viewer: Viewer, now: Now, act: AuditAct): Promise<void> {
  await commit(viewer, now, (ledger) => record(ledger, act));
}

function actOf({ kind }: ImportFile, { created, updated }: ImportOutcome): AuditAct {
  return { action: "directory:import", object: { kind, count: created + updated }, reason: "import-of-a-file" };
}

function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof WrongHeader) return error.columns.map((field) => ({ code: error.code, field }));
  if (!(error instanceof UnreadableFile)) throw error;
  return [error.line === null ? { code: error.code } : { code: error.code, facts: { line: error.line } }];
}
