import "server-only";
import { stringify } from "csv-stringify/sync";
import {
  type AddPart,
  beginPageIfFull,
  drawLine,
  inBold,
  makePdf,
  numberPages,
  type Pdf,
} from "@/lib/shared/pdf.server";
import type { AbsenceSheet } from "./absence-sheet";

const margin = 56;
const termWidth = 150;

/** For a spreadsheet: what looks like a formula is kept as words. */
export function csvSheet({ title, facts, header, rows, foot }: AbsenceSheet): Buffer {
  const lines = [[title], ...facts, [], header, ...rows, [], [foot]];
  return Buffer.from(
    stringify(
      lines.map((line) => [...line]),
      { delimiter: ";", bom: true, escape_formulas: true },
    ),
  );
}

/** Equal for equal sheets, so that the same one is not kept twice. */
export function pdfSheet(sheet: AbsenceSheet): Promise<Buffer> {
  return makePdf({ title: sheet.title, locale: "nl-NL", margin, createdAt: new Date(0) }, (pdf, add) =>
    draw(pdf, add, sheet),
  );
}

function draw(pdf: Pdf, add: AddPart, { title, facts, header, rows, foot }: AbsenceSheet): void {
  add("H1", () => inBold(pdf, () => pdf.fontSize(18).text(title).fontSize(11).moveDown(0.7)));
  for (const fact of facts) add("P", () => drawLine(pdf, fact, [{ width: termWidth }]));
  pdf.moveDown(0.7);
  const width = (pdf.page.width - 2 * margin) / header.length;
  const columns = header.slice(1).map(() => ({ width }));
  const drawHeader = () => add("P", () => inBold(pdf, () => drawLine(pdf, header, columns)));
  drawHeader();
  for (const row of rows) {
    if (beginPageIfFull(pdf)) drawHeader();
    add("P", () => drawLine(pdf, row, columns));
  }
  add("P", () => pdf.moveDown(1).text(foot));
  numberPages(pdf);
}
