import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { recordRead } from "@/lib/audit/record.server";
import { prisma } from "@/lib/db/client.server";
import { Prisma } from "@/lib/db/generated/client";
import { ask } from "@/lib/db/statement.server";
import type { Viewer } from "@/lib/identity/viewer";
import { importsOf } from "@/lib/policy/import-rules";
import { fromColumn, toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { ownImport, stageOf } from "../import/own-import.server";
import { loadRows } from "../import/rows.server";
import { isVerdict, noRows, open, progressOf, type VerdictCounts } from "../import/stages";
import type { ImportLine, ImportView } from "../import/views";

/** So many are shown; whoever brings more begins with the latest. */
const shownAtMost = 20;
const rowsToLookAt = 3;

/** What somebody brought and has not thrown away, the latest first. */
export async function listImports(viewer: Viewer, now: Now): Promise<readonly ImportLine[]> {
  const scope = importsOf(viewer);
  if (scope === null) return [];
  const found = await prisma.reportImport.findMany({
    where: { ...scope, expiresOn: { gte: toColumn(now.today) } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: shownAtMost,
  });
  const counts = await countVerdicts(found.map(({ id }) => id));
  return found.map((row) => lineOf(row, counts));
}

interface LineRow extends Omit<ImportLine, "stage" | "counts" | "expiresOn"> {
  readonly stage: string;
  readonly expiresOn: Date;
}

function lineOf(row: LineRow, counts: ReadonlyMap<string, VerdictCounts>): ImportLine {
  const { id, stage, createdAt, touchedAt, rowCount, sendCount, expiresOn } = row;
  return {
    id,
    stage: stageOf(stage),
    createdAt,
    touchedAt,
    rowCount,
    counts: counts.get(id) ?? noRows,
    sendCount,
    expiresOn: fromColumn(expiresOn),
  };
}

/** One import, how far it is, and its first rows. */
export async function findImport(viewer: Viewer, now: Now, id: string): Promise<ImportView> {
  const own = await ownImport(viewer, id, now);
  const [counts, rows] = await Promise.all([
    countVerdicts([id]),
    loadRows(id, { verdicts: open(), most: rowsToLookAt }),
  ]);
  await recordRead(viewer, now, {
    action: "import:read",
    object: { kind: "import", id, count: own.rowCount },
    reason: usualReason(viewer),
  });
  const { heads, columns, defaults } = own.sheet;
  return {
    ...lineOf(own, counts),
    heads,
    reading: { columns, defaults },
    firstRows: rows.map(({ cells }) => cells),
  };
}

/** How far the work is, for a page that waits for it: numbers only. Null: it waits for its owner. */
export async function findProgress(viewer: Viewer, now: Now, id: string) {
  const { stage, rowCount, sendCount } = await ownImport(viewer, id, now);
  const counts = (await countVerdicts([id])).get(id) ?? noRows;
  return progressOf({ stage, rowCount, sendCount, counts });
}

async function countVerdicts(ids: readonly string[]): Promise<ReadonlyMap<string, VerdictCounts>> {
  if (ids.length === 0) return new Map();
  const rows = await ask<{ id: string; verdict: string; count: number }>(Prisma.sql`
    SELECT import_id AS id, verdict, count(*)::int AS count FROM report_import_rows
     WHERE import_id = ANY(${[...ids]}::uuid[]) GROUP BY import_id, verdict`);
  const counts = new Map<string, VerdictCounts>();
  for (const { id, verdict, count } of rows) {
    if (isVerdict(verdict)) counts.set(id, { ...(counts.get(id) ?? noRows), [verdict]: count });
  }
  return counts;
}
