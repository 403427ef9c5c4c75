import { z } from "zod";
import { type ImportRole, importRoleCodes, type Reading } from "./columns";

/** What a row says, by what it means. Empty and absent are the same. */
export const rowValues = z.partialRecord(z.enum(importRoleCodes), z.string().max(20_000));
export type RowValues = Readonly<z.infer<typeof rowValues>>;

/** Answers that a sheet cannot give, and somebody gave at the desk. */
export const rowAnswers = z.object({
  followUpTo: z.string().max(20).optional(),
  separate: z.boolean().optional(),
});
export type RowAnswers = Readonly<z.infer<typeof rowAnswers>>;

export const rowChanges = z.object({ values: rowValues, answers: rowAnswers });
/** What was mended at the desk takes the place of what the sheet says. */
export type RowChanges = Readonly<z.infer<typeof rowChanges>>;

export const noChanges: RowChanges = { values: {}, answers: {} };

interface Sheet extends Reading {
  readonly heads: readonly string[];
}

export function valuesOf(cells: readonly string[], sheet: Sheet, changes: RowChanges): RowValues {
  return Object.fromEntries(importRoleCodes.map((role) => [role, saidOf(role, cells, sheet, changes)]));
}

function saidOf(role: ImportRole, cells: readonly string[], sheet: Sheet, { values }: RowChanges): string {
  const name = sheet.columns[role];
  const cell = name === undefined ? "" : (cells[sheet.heads.indexOf(name)] ?? "");
  const given = (values[role] ?? cell).trim();
  return given === "" ? defaultOf(role, sheet) : given;
}

function defaultOf(role: ImportRole, { defaults }: Sheet): string {
  const text: Partial<Record<ImportRole, string | undefined>> = defaults;
  return text[role] ?? "";
}

/** The row again as it came, with what was mended in its columns: to go on with in a spreadsheet. */
export function mendedCells(cells: readonly string[], { heads, columns }: Sheet, { values }: RowChanges) {
  const mended = new Map(
    importRoleCodes.flatMap((role) => {
      const [name, value] = [columns[role], values[role]];
      return name === undefined || value === undefined ? [] : [[name, value] as const];
    }),
  );
  return heads.map((name, index) => mended.get(name) ?? cells[index] ?? "");
}
