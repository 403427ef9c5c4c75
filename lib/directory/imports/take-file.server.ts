import "server-only";
import type { Connection } from "@/lib/db/bulk.server";
import { lookupHash, sealText } from "@/lib/db/seal.server";
import { type ImportKind, importDefinitions } from "@/lib/directory/import-rows";
import type { RowTools } from "@/lib/directory/imports/define-import";
import type { Counts } from "@/lib/directory/imports/merge.server";
import type { ImportPlan } from "@/lib/directory/imports/plan.server";
import { importPlans } from "@/lib/directory/imports/plans.server";
import { type RefusedCell, readRows } from "@/lib/directory/imports/read-rows";
import {
  checkStaged,
  checkTwice,
  countStaged,
  dropRefused,
  resolveStaged,
  stageRows,
} from "@/lib/directory/imports/staging.server";
import { newId } from "@/lib/shared/ids";
import type { Problem } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";

export interface ImportFile {
  readonly kind: ImportKind;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Takes the good rows of a file that has bad ones too. */
  readonly isPartial: boolean;
  /** Counts what would change and writes nothing. */
  readonly isDryRun: boolean;
  readonly onRefused: (cells: readonly RefusedCell[]) => void;
}

export interface ImportOutcome {
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** False: rows were refused and the file was not to be taken in part, so nothing was written. */
  readonly isAccepted: boolean;
}

const tools: RowTools = {
  hash: (number) => lookupHash("student-number", number),
  seal: sealText,
  newId,
};

const nothing: Counts = { created: 0, updated: 0 };

/** Any number that no other program uses as an advisory lock: two imports at once would not see each other's rows. */
const importLock = 846_293_202;

/** Reads a file, refuses what is wrong and merges the rest, inside the transaction of this connection. */
export async function takeFile(connection: Connection, file: ImportFile): Promise<Result<ImportOutcome>> {
  await connection.query("SELECT pg_advisory_xact_lock($1)", [importLock]);
  const plan = importPlans[file.kind];
  const { present, unreadable } = await stageFile(connection, file);
  const problems = await checkFile(connection, plan);
  if (problems.length > 0) return fail(...problems);
  const staged = await countStaged(connection);
  const rejected = await dropRefused(connection, file.onRefused);
  const isAccepted = file.isPartial || unreadable + rejected === 0;
  const counts = isAccepted ? await plan.merge(connection, present) : nothing;
  return ok({
    ...counts,
    rows: unreadable + staged,
    unchanged: isAccepted ? staged - rejected - counts.created - counts.updated : 0,
    rejected: unreadable + rejected,
    isAccepted,
  });
}

/** Rows that are wrong by themselves are told at once and never staged. */
async function stageFile(connection: Connection, { kind, bytes, onRefused }: ImportFile) {
  let present: ReadonlySet<string> = new Set();
  let unreadable = 0;
  const definition = importDefinitions[kind];
  const rows = readRows(bytes, {
    definition,
    tools,
    onHeader: (columns) => {
      present = columns;
    },
    onRefused: (cells) => {
      unreadable += 1;
      onRefused(cells);
    },
  });
  await stageRows(connection, definition, rows);
  return { present, unreadable };
}

/** Rows that are wrong beside other rows, or beside what the desk knows; answers why the whole file is refused. */
async function checkFile(connection: Connection, plan: ImportPlan): Promise<readonly Problem[]> {
  if (plan.resolve !== undefined) await resolveStaged(connection, plan.resolve);
  await checkTwice(connection, plan.key, plan.keyColumn);
  await checkStaged(connection, plan.checks);
  return plan.veto === undefined ? [] : plan.veto(connection);
}
