import "server-only";
import { z } from "zod";
import { usualReason } from "@/lib/audit/entry";
import { recordRead } from "@/lib/audit/record.server";
import { prisma } from "@/lib/db/client.server";
import { findChosenStudents } from "@/lib/directory/own-students.server";
import type { Viewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import type { Page } from "@/lib/shared/page";
import { NotFound } from "@/lib/shared/problem";
import { type OwnImport, ownImport } from "../import/own-import.server";
import { openCells, openChanges } from "../import/rows.server";
import { isVerdict, type RowView, verdictsOf } from "../import/stages";
import { atColumns } from "../import/to-report";
import { mendedCells, valuesOf } from "../import/values";
import type { ImportRowView, LeftRow } from "../import/views";
import { isWarning } from "../warnings";

const pageSize = 50;

const problems = z.array(
  z.object({
    code: z.string(),
    field: z.string().exactOptional(),
    facts: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
  }),
);

const shownRow = {
  line: true,
  cellsSealed: true,
  changesSealed: true,
  verdict: true,
  problems: true,
  warnings: true,
  studentId: true,
  reference: true,
} as const;

interface KeptRow {
  readonly line: number;
  readonly cellsSealed: string | null;
  readonly changesSealed: string | null;
  readonly verdict: string;
  readonly problems: unknown;
  readonly warnings: readonly string[];
  readonly studentId: string | null;
  readonly reference: string | null;
}

/** Rows of an import as the desk judges them, a page at a time, after this line. */
export async function listImportRows(
  viewer: Viewer,
  now: Now,
  { id, view, after }: { readonly id: string; readonly view: RowView; readonly after: number },
): Promise<Page<ImportRowView>> {
  const own = await ownImport(viewer, id, now);
  const rows = await prisma.reportImportRow.findMany({
    where: { importId: id, verdict: { in: [...verdictsOf[view]] }, line: { gt: after } },
    orderBy: { line: "asc" },
    take: pageSize + 1,
    select: shownRow,
  });
  const page = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? page.at(-1) : undefined;
  return { rows: await present(own, page, now), nextCursor: last === undefined ? null : String(last.line) };
}

/** One row, to be mended. */
export async function findImportRow(
  viewer: Viewer,
  now: Now,
  { id, line }: { readonly id: string; readonly line: number },
): Promise<ImportRowView> {
  const own = await ownImport(viewer, id, now);
  const row = await prisma.reportImportRow.findUnique({
    where: { importId_line: { importId: id, line } },
    select: shownRow,
  });
  const [shown] = row === null ? [] : await present(own, [row], now);
  if (shown === undefined) throw new NotFound("row");
  return shown;
}

async function present(own: OwnImport, rows: readonly KeptRow[], now: Now): Promise<readonly ImportRowView[]> {
  const { viewer, id, sheet } = own;
  const students = await findChosenStudents(
    viewer,
    now,
    rows.flatMap(({ studentId }) => studentId ?? []),
  );
  await recordRead(viewer, now, {
    action: "import:rows",
    object: { kind: "import", id, count: rows.length },
    reason: usualReason(viewer),
  });
  return rows.map((row) => {
    const changes = openChanges(row.changesSealed);
    const values = row.cellsSealed === null ? {} : valuesOf(openCells(row.cellsSealed), sheet, changes);
    return {
      line: row.line,
      verdict: isVerdict(row.verdict) ? row.verdict : "waiting",
      values,
      answers: changes.answers,
      problems: atColumns(problems.parse(row.problems), values),
      warnings: row.warnings.filter(isWarning),
      student: students.get(row.studentId ?? "") ?? null,
      reference: row.reference,
    };
  });
}

export interface LeftRows {
  readonly heads: readonly string[];
  readonly rows: readonly LeftRow[];
}

/** All that was not sent because of something wrong, for a file to go on with. */
export async function exportLeftRows(viewer: Viewer, now: Now, id: string): Promise<LeftRows> {
  const { sheet } = await ownImport(viewer, id, now);
  const rows = await prisma.reportImportRow.findMany({
    where: { importId: id, verdict: { in: [...verdictsOf.wrong] } },
    orderBy: { line: "asc" },
    select: shownRow,
  });
  await recordRead(viewer, now, {
    action: "import:export",
    object: { kind: "import", id, count: rows.length },
    reason: usualReason(viewer),
  });
  return { heads: sheet.heads, rows: rows.flatMap((row) => leftRow(row, sheet)) };
}

function leftRow(row: KeptRow, sheet: OwnImport["sheet"]): readonly LeftRow[] {
  if (row.cellsSealed === null) return [];
  const [cells, changes] = [openCells(row.cellsSealed), openChanges(row.changesSealed)];
  const found = atColumns(problems.parse(row.problems), valuesOf(cells, sheet, changes));
  return [{ line: row.line, cells: mendedCells(cells, sheet, changes), problems: found }];
}
