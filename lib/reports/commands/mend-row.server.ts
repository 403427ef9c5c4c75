import "server-only";
import { z } from "zod";
import { usualReason } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import { transact } from "@/lib/audit/transact.server";
import { prisma } from "@/lib/db/client.server";
import type { Viewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import { checkRows, readRows, wrong } from "../import/check-rows.server";
import { importRoleCodes } from "../import/columns";
import { amongThemselves, type ReadRow } from "../import/in-file";
import { type OwnImport, ownImport, touchedBy } from "../import/own-import.server";
import { type Judgement, loadRows, type OpenRow, saveJudgements, sealChanges } from "../import/rows.server";
import { open, sendable } from "../import/stages";
import { atColumns } from "../import/to-report";
import { noChanges, type RowValues, rowAnswers, rowValues, valuesOf } from "../import/values";

export const rowChoice = z.strictObject({ id: z.uuid(), line: z.coerce.number().int().min(1).max(2_000_000) });
type RowChoice = z.output<typeof rowChoice>;

export const mendedRow = rowChoice.extend({ values: rowValues, answers: rowAnswers });
type MendedRow = z.output<typeof mendedRow>;

interface Mended {
  readonly id: string;
  /** The next row with something wrong. Null: there is none. */
  readonly next: number | null;
}

/** Puts right what a row says, and says at once what is still wrong with it. What was typed is kept, right or wrong. */
export async function mendRow(viewer: Viewer, mended: MendedRow, now: Now): Promise<Result<Mended>> {
  const { id, line, answers } = mended;
  const own = await readyImport(viewer, id, now);
  if (own === null) return fail({ code: "import-busy" });
  const [row] = await loadRows(id, { verdicts: open(), lines: [line] });
  if (row === undefined) throw new NotFound("row");
  const values = onlyMended(mended.values, valuesOf(row.cells, own.sheet, noChanges));
  const changes = { values, answers };
  await transact(viewer, now, async (tx) => {
    await tx.client.reportImportRow.updateMany({
      where: { importId: id, line, verdict: { in: open() } },
      data: {
        changesSealed: sealChanges(changes),
        verdict: "waiting",
        problems: [],
        warnings: [],
        studentId: null,
      },
    });
    await tx.client.reportImport.updateMany({ where: { id }, data: touchedBy(own.viewer, now) });
    record(tx, { action: "import:mend", object: { kind: "import", id }, reason: usualReason(viewer) });
  });
  const judged = await judgeAgain(own, { ...row, changes }, now);
  await saveJudgements(id, [judged], ["waiting"]);
  if (judged.verdict !== "wrong") return ok({ id, next: await nextWrong(id, line) });
  return fail(...atColumns(judged.problems, valuesOf(row.cells, own.sheet, changes)));
}

/** What stands as the sheet says it stays the sheet's: other columns may be chosen later. */
function onlyMended(given: RowValues, said: RowValues): RowValues {
  const mended = importRoleCodes.filter((role) => given[role] !== undefined && given[role] !== (said[role] ?? ""));
  return Object.fromEntries(mended.map((role) => [role, given[role]]));
}

/** The one after this, or else the first of all. */
async function nextWrong(importId: string, line: number): Promise<number | null> {
  const wrongs = { importId, verdict: "wrong" };
  const found =
    (await prisma.reportImportRow.findFirst({ where: { ...wrongs, line: { gt: line } }, orderBy: { line: "asc" } })) ??
    (await prisma.reportImportRow.findFirst({ where: wrongs, orderBy: { line: "asc" } }));
  return found?.line ?? null;
}

/** The row by itself, and then beside the others. */
async function judgeAgain({ viewer, id, sheet }: OwnImport, row: OpenRow, now: Now): Promise<Judgement> {
  const [read] = await readRows(viewer, [row], sheet, now);
  if (read === undefined) throw new NotFound("row");
  const [judged] = await checkRows(viewer, [read], now);
  if (judged === undefined) throw new NotFound("row");
  if (judged.verdict === "wrong" || judged.verdict === "known" || !read.read.ok) return judged;
  const others = await readRows(viewer, await loadRows(id, { verdicts: sendable() }), sheet, now);
  const whole: readonly ReadRow[] = others.flatMap((other) => (other.read.ok ? [other.read.value] : []));
  const problem = amongThemselves([...whole, read.read.value], now.today).get(row.line);
  return problem === undefined ? judged : wrong(row.line, [problem]);
}

/** A row that is not to be sent; it can be taken up again. */
export async function leaveOutRow(viewer: Viewer, { id, line }: RowChoice, now: Now): Promise<Result<RowChoice>> {
  const own = await readyImport(viewer, id, now);
  if (own === null) return fail({ code: "import-busy" });
  return transact(viewer, now, async (tx) => {
    const { count } = await tx.client.reportImportRow.updateMany({
      where: { importId: id, line, verdict: { in: open() } },
      data: { verdict: "left_out", problems: [], warnings: [] },
    });
    if (count === 0) throw new NotFound("row");
    record(tx, { action: "import:leave-out", object: { kind: "import", id }, reason: usualReason(viewer) });
    return ok({ id, line });
  });
}

/** Null: the worker is busy with it. */
async function readyImport(viewer: Viewer, id: string, now: Now): Promise<OwnImport | null> {
  const own = await ownImport(viewer, id, now);
  return own.stage === "ready" ? own : null;
}
