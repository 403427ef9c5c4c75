import "server-only";
import writeExcelFile from "write-excel-file/node";
import type { FigureFile, FileCell } from "./file";

/** A sheet with the figures, typed, and before it one that says what they are. */
export async function xlsxOf(
  file: FigureFile,
  sheets: { readonly cover: string; readonly figures: string },
): Promise<Buffer> {
  const cover = [
    [bold(file.title)],
    [],
    ...file.cover.map(({ term, value }) => [bold(term), { value, type: String, wrap: true }]),
  ];
  const figures = [file.header.map(bold), ...file.rows.map((row) => row.map(cellOf))];
  return writeExcelFile([
    { data: cover, sheet: sheets.cover, columns: [{ width: 34 }, { width: 90 }] },
    {
      data: figures,
      sheet: sheets.figures,
      columns: file.header.map((_, at) => ({ width: at === 0 ? 40 : 20 })),
      stickyRowsCount: 1,
    },
  ]).toBuffer();
}

const bold = (value: string) => ({ value, type: String, fontWeight: "bold" as const });

function cellOf(cell: FileCell) {
  if (cell.kind === "text") return { value: cell.text, type: String };
  return cell.kind === "percent"
    ? { value: cell.value, type: Number, format: "0%" }
    : { value: cell.value, type: Number };
}
