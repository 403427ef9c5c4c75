import "server-only";
import {
  type AddPart,
  beginPageIfFull,
  drawLine,
  heightOf,
  inBold,
  makePdf,
  numberPages,
  type Pdf,
} from "@/lib/shared/pdf.server";
import type { FigureFile, FileCell } from "./file";

const margin = 40;
const columnsOnPortrait = 6;
/** The name of a row is as wide as this many figures. */
const nameWidth = 2;

/** To print or pass on: the table, and under it what one must know of it. */
export function pdfOf(file: FigureFile, locale: string): Promise<Buffer> {
  const { title } = file;
  const isLandscape = file.header.length > columnsOnPortrait;
  return makePdf({ title, locale, margin, isLandscape }, (pdf, add) => {
    pdf.fontSize(9);
    drawTable(pdf, add, file);
    drawCover(pdf, add, file);
    numberPages(pdf);
  });
}

function drawTable(pdf: Pdf, add: AddPart, { title, header, rows }: FigureFile): void {
  const share = (pdf.page.width - 2 * margin) / (nameWidth + header.length - 1);
  const columns = header.map((_, at) =>
    at === 0 ? { width: nameWidth * share } : ({ width: share, align: isWords(rows, at) ? "left" : "right" } as const),
  );
  const drawHead = () => add("P", () => inBold(pdf, () => drawLine(pdf, header, columns)));
  add("H1", () => inBold(pdf, () => pdf.fontSize(14).text(title).fontSize(9).moveDown(0.8)));
  drawHead();
  for (const row of rows) {
    const line = row.map(textOf);
    if (beginPageIfFull(pdf, heightOf(pdf, line, columns))) drawHead();
    add("P", () => drawLine(pdf, line, columns));
  }
}

/** Figures stand under each other by their last digit, words by their first letter. */
function isWords(rows: FigureFile["rows"], at: number): boolean {
  return rows.length > 0 && rows.every((row) => row[at]?.kind === "text");
}

function drawCover(pdf: Pdf, add: AddPart, { cover }: FigureFile): void {
  for (const { term, value } of cover) {
    add("P", () => {
      inBold(pdf, () => pdf.moveDown(0.6).text(term));
      pdf.text(value);
    });
  }
}

function textOf(cell: FileCell): string {
  if (cell.kind === "text") return cell.text;
  return cell.kind === "percent" ? `${Math.round(cell.value * 100)}%` : String(cell.value).replace(".", ",");
}
