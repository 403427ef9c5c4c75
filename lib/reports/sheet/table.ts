import { CsvError, parse } from "csv-parse/sync";

/** Rows of cells, as a sheet shows them; empty rows are left out. */
export type Table = readonly (readonly string[])[];

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

  constructor(code: SheetFault, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}

export const sheetBytesMax = 200_000;
const rowsMax = 5_000;
const cellsMax = 60;

/** Text with tabs, semicolons or commas between the cells, as copied from a sheet or exported by a package. */
export function readTable(text: string): Table {
  if (text.length > sheetBytesMax) throw new UnreadableSheet("sheet-too-large");
  const rows = rowsOf(text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n"));
  return checkedTable(rows);
}

/** The same limits whatever the rows came from. */
export function checkedTable(rows: readonly (readonly string[])[]): Table {
  const table = rows
    .map((row) => row.slice(0, cellsMax).map((cell) => cell.normalize("NFKC").trim()))
    .filter((row) => row.some((cell) => cell !== ""));
  if (table.length === 0) throw new UnreadableSheet("sheet-empty");
  if (table.length > rowsMax) throw new UnreadableSheet("sheet-too-many-rows");
  return table;
}

/** As text with tabs, which a form can carry. */
export function writeTable(table: Table): string {
  return table.map((row) => row.map((cell) => cell.replaceAll(/[\t\r\n"]/g, " ")).join("\t")).join("\n");
}

function rowsOf(text: string): string[][] {
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 20_000,
    });
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw new UnreadableSheet("sheet-quotes", { cause });
  }
}

/** What stands most often in the first line; a tab when none does. A comma may also stand in "1,5". */
function delimiterOf(text: string): string {
  const [first = ""] = text.split("\n", 1);
  const times = (delimiter: string) => first.split(delimiter).length;
  if (times("\t") > 1) return "\t";
  return times(";") > 1 ? ";" : ",";
}
