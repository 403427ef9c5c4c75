import { CsvError, parse } from "csv-parse/sync";

export interface TableRow {
  /** As the sheet counts its rows, empty ones too. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Rows of cells, as a sheet shows them; empty rows are left out. */
export type Table = readonly TableRow[];

export type SheetFault =
  | "sheet-empty"
  | "sheet-too-large"
  | "sheet-too-many-rows"
  | "sheet-quotes"
  | "sheet-kind"
  | "sheet-old-excel"
  | "sheet-macros"
  | "sheet-locked"
  | "sheet-broken"
  | "sheet-bomb"
  | "sheet-linked"
  | "sheet-hidden"
  | "sheet-formulas"
  | "sheet-merged";

/** A sheet that cannot be read as it is; the code says what its owner can do. */
export class UnreadableSheet extends Error {
  override readonly name = "UnreadableSheet";
  readonly code: SheetFault;
  /** The row from which it cannot be read. Absent: the whole sheet. */
  readonly line: number | undefined;

  constructor(code: SheetFault, { line, ...options }: ErrorOptions & { readonly line?: number } = {}) {
    super(code, options);
    this.code = code;
    this.line = line;
  }
}

export const sheetBytesMax = 5_000_000;
/** A form carries what was pasted from step to step. */
export const carriedCharactersMax = 200_000;
export const sheetRowsMax = 5_000;
const cellsMax = 60;

/** Text with tabs, semicolons or commas between the cells, as copied from a sheet or exported by a package. */
export function readTable(text: string): Table {
  const rows = rowsOf(text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n"));
  return checkedTable(rows);
}

/** The same limits whatever the rows came from; one row more may name the columns. */
export function checkedTable(rows: readonly (readonly string[])[]): Table {
  const table = rows
    .map((row, index) => ({
      line: index + 1,
      cells: row.slice(0, cellsMax).map(plainCell),
    }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  if (table.length === 0) throw new UnreadableSheet("sheet-empty");
  if (table.length > sheetRowsMax + 1) throw new UnreadableSheet("sheet-too-many-rows");
  return table;
}

/** An apostrophe in front of a sign is how a file of ours, or a spreadsheet, kept the cell from being a formula. */
function plainCell(cell: string): string {
  return cell
    .normalize("NFKC")
    .trim()
    .replace(/^'(?=[=+\-@])/, "");
}

/** Of a large sheet, such as that of a whole school, only the rows that name this number, below the first row. */
export function rowsAbout(table: Table, number: string): Table {
  const wanted = number.replaceAll(/\D/g, "").replace(/^0+/, "");
  const names = (cell: string) => cell.replaceAll(/[\s.-]/g, "").replace(/^0+/, "") === wanted;
  const about = table.slice(1).filter(({ cells }) => wanted !== "" && cells.some(names));
  return about.length === 0 ? table : [...table.slice(0, 1), ...about];
}

/** As text with tabs, which a form can carry; empty rows keep their place, so that lines are counted alike. */
export function writeTable(table: Table): string {
  let written = 0;
  const lines = table.map(({ line, cells }) => {
    const gap = "\n".repeat(Math.max(0, line - written - 1));
    written = line;
    return gap + cells.map((cell) => cell.replaceAll(/[\t\r\n"]/g, " ")).join("\t");
  });
  return lines.join("\n");
}

function rowsOf(text: string): string[][] {
  try {
    return parse(text, { delimiter: delimiterOf(text), relax_column_count: true, max_record_size: 20_000 });
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw new UnreadableSheet("sheet-quotes", { cause, line: brokenRow(cause) });
  }
}

/** Rows that were whole come before it. */
function brokenRow({ records }: CsvError & { readonly records?: unknown }): number {
  return typeof records === "number" ? records + 1 : 1;
}

/** What stands most often in the first line that says something; a tab when none does. A comma may also stand in "1,5". */
function delimiterOf(text: string): string {
  const [first = ""] = text.trimStart().split("\n", 1);
  const times = (delimiter: string) => first.split(delimiter).length;
  if (times("\t") > 1) return "\t";
  return times(";") > 1 ? ";" : ",";
}
