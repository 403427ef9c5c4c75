import "server-only";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import PDFDocument from "pdfkit";

const fonts = path.join(process.cwd(), "node_modules", "@expo-google-fonts", "source-sans-3");
const regular = path.join(fonts, "400Regular", "SourceSans3_400Regular.ttf");
const bold = path.join(fonts, "600SemiBold", "SourceSans3_600SemiBold.ttf");

export type Pdf = InstanceType<typeof PDFDocument>;

interface Made {
  readonly title: string;
  readonly locale: string;
  readonly margin: number;
  readonly isLandscape?: boolean;
  /** Absent: now. With a moment of their own, equal documents have equal bytes. */
  readonly createdAt?: Date;
}

/** Adds a part that a screen reader finds as such. */
export type AddPart = (kind: "P" | "H1" | "H2", draw: () => void) => void;

/** A document on A4 that a screen reader can read: tagged, with a title and a language. */
export async function makePdf(made: Made, draw: (pdf: Pdf, add: AddPart) => void): Promise<Buffer> {
  const { title, locale, margin, isLandscape = false, createdAt } = made;
  const pdf = new PDFDocument({
    size: "A4",
    layout: isLandscape ? "landscape" : "portrait",
    margin,
    font: regular,
    pdfVersion: "1.7",
    tagged: true,
    displayTitle: true,
    lang: locale,
    bufferPages: true,
    info: { Title: title, Creator: "Verzuimloket", ...(createdAt === undefined ? {} : { CreationDate: createdAt }) },
  });
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  draw(pdf, (kind, work) => root.add(pdf.struct(kind, {}, work)));
  root.end();
  pdf.end();
  return buffer(pdf);
}

export function inBold(pdf: Pdf, draw: () => unknown): void {
  pdf.font(bold);
  draw();
  pdf.font(regular);
}

interface Column {
  readonly width: number;
  readonly align?: "left" | "right";
  readonly isBold?: boolean;
}

const lineHeight = 18;
/** Between two cells. */
const gap = 8;

/** Answers whether the next line begins a page, where a table must say again what stands in its columns. */
export function beginPageIfFull(pdf: Pdf, height = lineHeight): boolean {
  const isFull = pdf.y > pdf.page.height - pdf.page.margins.bottom - height;
  if (isFull) pdf.addPage();
  return isFull;
}

/** How high a line of cells becomes, of which the longest wraps most. */
export function heightOf(pdf: Pdf, cells: readonly string[], columns: readonly Column[]): number {
  const heights = cells.map((cell, at) => {
    const column = columns[at];
    return column === undefined ? lineHeight : pdf.heightOfString(cell, { width: column.width - gap });
  });
  return Math.max(lineHeight, ...heights);
}

/** Cells beside each other; a line that no longer fits begins the next page. A cell without a column takes the rest. */
export function drawLine(pdf: Pdf, cells: readonly string[], columns: readonly Column[]): void {
  const { margins } = pdf.page;
  beginPageIfFull(pdf);
  const top = pdf.y;
  let [left, lowest] = [margins.left, top];
  for (const [at, cell] of cells.entries()) {
    const rest: Column = { width: pdf.page.width - margins.right - left };
    const { width, align = "left", isBold = false } = columns[at] ?? rest;
    const write = () => pdf.text(cell, left, top, { width: width - gap, align });
    if (isBold) inBold(pdf, write);
    else write();
    lowest = Math.max(lowest, pdf.y);
    left += width;
  }
  pdf.x = margins.left;
  pdf.y = lowest + 3;
}

/** The number of each page at its foot, with what must stand beside it. */
export function numberPages(pdf: Pdf, beside = ""): void {
  const { count } = pdf.bufferedPageRange();
  for (let at = 0; at < count; at++) {
    pdf.switchToPage(at);
    const { width, height, margins } = pdf.page;
    const [left, top] = [margins.left, height - margins.left / 1.5];
    // What stands in the margin would begin a page of its own.
    margins.bottom = 0;
    pdf.markContent("Artifact", { type: "Pagination" });
    pdf.text(beside, left, top);
    pdf.text(`${at + 1} / ${count}`, left, top, { width: width - 2 * left, align: "right" });
    pdf.endMarkedContent();
  }
}
