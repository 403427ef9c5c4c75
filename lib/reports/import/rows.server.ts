import "server-only";
import { z } from "zod";
import type { RowWriter } from "@/lib/audit/transact.server";
import { prisma } from "@/lib/db/client.server";
import { Prisma } from "@/lib/db/generated/client";
import { openText, sealText } from "@/lib/db/seal.server";
import { ask } from "@/lib/db/statement.server";
import type { Problem } from "@/lib/shared/problem";
import type { WarningCode } from "../warnings";
import { isVerdict, type Verdict } from "./stages";
import { noChanges, type RowChanges, rowChanges } from "./values";

/** A row that was not sent yet. */
export interface OpenRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly changes: RowChanges;
  readonly verdict: Verdict;
}

/** What was found about a row. */
export interface Judgement {
  readonly line: number;
  readonly verdict: Verdict;
  readonly problems: readonly Problem[];
  readonly warnings: readonly WarningCode[];
  /** Null: not found. */
  readonly studentId: string | null;
  /** Null: not sent before. */
  readonly reference: string | null;
}

const cells = z.array(z.string());

export function sealCells(row: readonly string[]): string {
  return sealText(JSON.stringify(row));
}

export function openCells(sealed: string): readonly string[] {
  return cells.parse(JSON.parse(openText(sealed)));
}

export function sealChanges(changes: RowChanges): string {
  return sealText(JSON.stringify(changes));
}

interface Wanted {
  readonly verdicts: readonly Verdict[];
  readonly most?: number;
  readonly lines?: readonly number[];
}

/** Rows with these verdicts, in the order of the sheet. */
export async function loadRows(importId: string, { verdicts, most, lines }: Wanted): Promise<readonly OpenRow[]> {
  const rows = await prisma.reportImportRow.findMany({
    where: { importId, verdict: { in: [...verdicts] }, ...(lines === undefined ? {} : { line: { in: [...lines] } }) },
    orderBy: { line: "asc" },
    ...(most === undefined ? {} : { take: most }),
    select: { line: true, cellsSealed: true, changesSealed: true, verdict: true },
  });
  return rows.flatMap(({ line, cellsSealed, changesSealed, verdict }) =>
    cellsSealed === null || !isVerdict(verdict)
      ? []
      : [{ line, verdict, cells: openCells(cellsSealed), changes: openChanges(changesSealed) }],
  );
}

export function openChanges(sealed: string | null): RowChanges {
  return sealed === null ? noChanges : rowChanges.parse(JSON.parse(openText(sealed)));
}

/** Writes down what was found, for rows that stand as they stood when it was looked for. */
export async function saveJudgements(
  importId: string,
  judged: readonly Judgement[],
  from: readonly Verdict[],
): Promise<void> {
  if (judged.length === 0) return;
  await ask(Prisma.sql`UPDATE report_import_rows r SET verdict = j.verdict, problems = j.problems,
      warnings = ARRAY(SELECT jsonb_array_elements_text(j.warnings)), student_id = j."studentId", reference = j.reference
    FROM jsonb_to_recordset(${JSON.stringify(judged)}::jsonb)
      AS j(line int, verdict text, problems jsonb, warnings jsonb, "studentId" uuid, reference text)
    WHERE r.import_id = ${importId}::uuid AND r.line = j.line AND r.verdict = ANY(${[...from]}::text[])`);
}

interface FiledRow {
  readonly importId: string;
  readonly line: number;
  readonly reference: string;
}

/** In the statement that files a report its row is done: what it said is no longer needed. */
export const filedRows: RowWriter<FiledRow> = {
  insert: (rows) => Prisma.sql`UPDATE report_import_rows r
    SET verdict = 'filed', reference = f.reference, cells_sealed = NULL, changes_sealed = NULL, problems = '[]'
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS f("importId" uuid, line int, reference text)
    WHERE r.import_id = f."importId" AND r.line = f.line`,
};
