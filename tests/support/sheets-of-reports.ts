import { z } from "zod";
import { prisma } from "@/lib/db/client.server";
import type { SchoolViewer } from "@/lib/identity/viewer";
import { beginImport } from "@/lib/reports/commands/begin-import.server";
import { workOnImports } from "@/lib/reports/import/work.server";
import type { Now } from "@/lib/shared/clock";
import { thursday } from "@/tests/support/world";

export const heads = ["BSN", "Soort verzuim", "Eerste dag", "Laatste dag", "Reden", "Toelichting"];

export interface SheetRow {
  readonly student: string;
  readonly type?: string;
  readonly first?: string;
  readonly last?: string;
  readonly reason?: string;
  readonly words?: string;
}

export function cellsOf({ student, type = "Overig verzuim", first = "13-4-2026", ...rest }: SheetRow) {
  return [student, type, first, rest.last ?? "17-4-2026", rest.reason ?? "Motivatie", rest.words ?? ""];
}

/** The sheet of a school, as its package writes it. */
export function aSheet(rows: readonly SheetRow[]): string {
  return [heads, ...rows.map(cellsOf)].map((cells) => cells.join(";")).join("\r\n");
}

/** The worker, until there is nothing to do. */
export function work(now: Now = thursday): Promise<number> {
  return workOnImports(() => now);
}

/** Brought and checked. */
export async function aCheckedImport(viewer: SchoolViewer, rows: readonly SheetRow[]): Promise<string> {
  const begun = await beginImport(viewer, { text: aSheet(rows) }, thursday);
  if (!begun.ok) throw new Error(`the sheet was refused: ${JSON.stringify(begun.problems)}`);
  await work();
  return begun.value.id;
}

/** What the desk said of each row, in the order of the sheet. */
export async function verdictsOf(importId: string): Promise<readonly string[]> {
  const rows = await prisma.reportImportRow.findMany({ where: { importId }, orderBy: { line: "asc" } });
  return rows.map(({ verdict }) => verdict);
}

export async function codesAt(importId: string, line: number): Promise<readonly string[]> {
  const row = await prisma.reportImportRow.findUniqueOrThrow({ where: { importId_line: { importId, line } } });
  return codes.parse(row.problems).map(({ code }) => code);
}

const codes = z.array(z.object({ code: z.string() }));
