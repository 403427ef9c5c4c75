import { stringify } from "csv-stringify/sync";
import type { FigureFile, FileCell } from "./file";

const byteOrderMark = "\uFEFF";

/** For a spreadsheet set to Dutch: semicolons and decimal commas, and no cell that could be a formula. */
export function csvOf({ header, rows }: FigureFile): string {
  const text = stringify([[...header], ...rows.map((row) => row.map(textOf))], {
    delimiter: ";",
    record_delimiter: "windows",
    escape_formulas: true,
  });
  return `${byteOrderMark}${text}`;
}

function textOf(cell: FileCell): string {
  if (cell.kind === "text") return cell.text;
  return cell.kind === "percent" ? `${Math.round(cell.value * 100)}%` : String(cell.value).replace(".", ",");
}
