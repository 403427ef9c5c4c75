import { type CsvRow, readCsv } from "@/lib/directory/imports/csv-reader";
import type { Cells, ImportDefinition, RowTools, StagedValue } from "@/lib/directory/imports/define-import";

/** A row, or a cell of it, that was refused. */
export interface RefusedCell {
  readonly line: number;
  /** Null: the whole row. */
  readonly column: string | null;
  readonly code: string;
  /** Null: the code says it all. Otherwise a code of an organisation or place, or a number of a line. */
  readonly fact: string | null;
}

/** A header that does not fit this kind of file. */
export class WrongHeader extends Error {
  override readonly name = "WrongHeader";
  readonly code: "column-unknown" | "column-missing" | "column-twice";
  readonly columns: readonly string[];

  constructor(code: WrongHeader["code"], columns: readonly string[]) {
    super(`${code}: ${columns.join(", ")}`);
    this.code = code;
    this.columns = columns;
  }
}

interface Reader {
  readonly definition: ImportDefinition;
  readonly tools: RowTools;
  /** Called once, before the first row, with the columns that the file has. */
  readonly onHeader: (columns: ReadonlySet<string>) => void;
  readonly onRefused: (cells: readonly RefusedCell[]) => void;
}

/** The rows of a file, ready to be staged: the number of the line first. Refused rows are told and left out. */
export async function* readRows(
  bytes: AsyncIterable<Uint8Array>,
  { definition, tools, onHeader, onRefused }: Reader,
): AsyncGenerator<readonly StagedValue[]> {
  let header: readonly string[] | undefined;
  for await (const row of readCsv(bytes)) {
    if (header === undefined) {
      header = headerOf(row, definition);
      onHeader(new Set(header));
      continue;
    }
    const cells = cellsOf(row, header);
    if (cells === null) {
      onRefused([{ line: row.line, column: null, code: "cells-do-not-fit", fact: null }]);
      continue;
    }
    const parsed = definition.parse(cells, tools);
    if (parsed.ok) yield [row.line, ...parsed.values];
    else onRefused(parsed.problems.map((problem) => ({ line: row.line, fact: null, ...problem })));
  }
}

function headerOf({ cells }: CsvRow, { required, optional }: ImportDefinition): readonly string[] {
  const names = cells.map((cell) => cell.trim());
  const known = new Set([...required, ...optional]);
  refuseSome(
    "column-unknown",
    names.filter((name) => !known.has(name)),
  );
  refuseSome(
    "column-twice",
    names.filter((name, index) => names.indexOf(name) !== index),
  );
  refuseSome(
    "column-missing",
    required.filter((name) => !names.includes(name)),
  );
  return names;
}

function refuseSome(code: WrongHeader["code"], columns: readonly string[]): void {
  if (columns.length > 0) throw new WrongHeader(code, columns);
}

/** The cells that hold something, under their names; null when the row has another number of cells than the header. */
function cellsOf({ cells }: CsvRow, header: readonly string[]): Cells | null {
  if (cells.length !== header.length) return null;
  const named: Record<string, string> = {};
  for (const [index, name] of header.entries()) {
    const cell = cells[index];
    if (cell !== undefined && cell.trim() !== "") named[name] = cell;
  }
  return named;
}
