import "server-only";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { stringify } from "csv-stringify/sync";
import PDFDocument from "pdfkit";
import type { AbsenceSheet } from "./absence-sheet";

const margin = 56;
const termWidth = 150;
const lineHeight = 18;
const fonts = path.join(process.cwd(), "node_modules", "@expo-google-fonts", "source-sans-3");
const regular = path.join(fonts, "400Regular", "SourceSans3_400Regular.ttf");
const bold = path.join(fonts, "600SemiBold", "SourceSans3_600SemiBold.ttf");

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

/** A tagged document, equal for equal sheets, so that the same one is not kept twice. */
export async function pdfSheet(sheet: AbsenceSheet): Promise<Buffer> {
  const document = new PDFDocument({
    size: "A4",
    margin,
    font: regular,
    pdfVersion: "1.7",
    tagged: true,
    displayTitle: true,
    lang: "nl-NL",
    info: { Title: sheet.title, Creator: "Verzuimloket", CreationDate: new Date(0) },
  });
  draw(document, sheet);
  document.end();
  return buffer(document);
}

type Document = InstanceType<typeof PDFDocument>;

function draw(document: Document, { title, facts, header, rows, foot }: AbsenceSheet): void {
  const root = document.struct("Document");
  document.addStructure(root);
  const add = (kind: "P" | "H1", work: () => void) => root.add(document.struct(kind, {}, work));
  add("H1", () => document.font(bold).fontSize(18).text(title).font(regular).fontSize(11).moveDown(0.7));
  for (const [term, value] of facts) add("P", () => drawLine(document, [term, value], [termWidth]));
  document.moveDown(0.7);
  const width = (document.page.width - 2 * margin) / header.length;
  const widths = header.slice(1).map(() => width);
  add("P", () => {
    document.font(bold);
    drawLine(document, header, widths);
    document.font(regular);
  });
  for (const row of rows) add("P", () => drawLine(document, row, widths));
  add("P", () => document.moveDown(1).text(foot, margin, document.y));
  root.end();
}

/** Cells beside each other; a line that no longer fits begins the next page. */
function drawLine(document: Document, cells: readonly string[], widths: readonly number[]): void {
  if (document.y > document.page.height - margin - lineHeight) document.addPage();
  const top = document.y;
  let [left, lowest] = [margin, top];
  for (const [at, cell] of cells.entries()) {
    const width = widths[at] ?? document.page.width - margin - left;
    document.text(cell, left, top, { width: width - 8 });
    lowest = Math.max(lowest, document.y);
    left += width;
  }
  document.x = margin;
  document.y = lowest + 3;
}
