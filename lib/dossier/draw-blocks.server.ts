import "server-only";
import { type AddPart, beginPageIfFull, inBold, type Pdf } from "@/lib/shared/pdf.server";
import type { Block, Row, StoryEntry } from "./document";

export const margin = 56;
export const textSize = 10;
const termWidth = 150;
/** What would stand higher than this beside its name gets the whole width, under it. */
const besideMost = 200;

export const brandLine = { color: "#0a5a66", width: 2 } as const;
const hairline = { color: "#b8c4c0", width: 0.5 } as const;

export interface Drawing {
  readonly pdf: Pdf;
  readonly add: AddPart;
}

export function drawBlocks(drawing: Drawing, blocks: readonly Block[]): void {
  for (const block of blocks) {
    drawBlock(drawing, block);
    drawing.pdf.moveDown(1);
  }
}

function drawBlock(drawing: Drawing, block: Block): void {
  switch (block.kind) {
    case "text":
      drawing.add("P", () => drawing.pdf.text(block.text));
      return;
    case "rows":
      drawRows(drawing, block.rows);
      return;
    case "table":
      drawTable(drawing, block);
      return;
    case "story":
      for (const entry of block.entries) drawEntry(drawing, entry);
  }
}

export function drawRows(drawing: Drawing, rows: readonly Row[]): void {
  const columns = [{ width: termWidth, isBold: true }, { width: widthOf(drawing.pdf) - termWidth }];
  for (const { term, value } of rows) {
    if (heightOf(drawing.pdf, [term, value], columns) <= besideMost) drawCells(drawing, [term, value], columns);
    else drawLong(drawing, term, value);
  }
}

/** Words that may be longer than a page run on over it. */
function drawLong({ pdf, add }: Drawing, term: string, value: string): void {
  beginPageIfFull(pdf, 40);
  add("P", () => {
    inBold(pdf, () => pdf.text(term));
    pdf.text(value).moveDown(0.4);
  });
}

/** For the eye only: a screen reader hears nothing of it. */
export function drawRule(pdf: Pdf, { color, width }: { readonly color: string; readonly width: number }): void {
  pdf.markContent("Artifact", { type: "Layout" });
  pdf
    .moveTo(margin, pdf.y)
    .lineTo(pdf.page.width - margin, pdf.y)
    .lineWidth(width)
    .stroke(color);
  pdf.endMarkedContent();
  pdf.y += 5;
}

function drawTable(drawing: Drawing, { header, shares, rows }: Extract<Block, { kind: "table" }>): void {
  const { pdf } = drawing;
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const columns = shares.map((share) => ({ width: (share / whole) * widthOf(pdf) }));
  const drawHead = () => {
    drawCells(
      drawing,
      header,
      columns.map((column) => ({ ...column, isBold: true })),
    );
    drawRule(pdf, hairline);
  };
  drawHead();
  for (const row of rows) {
    if (beginPageIfFull(pdf, heightOf(pdf, row, columns))) drawHead();
    drawCells(drawing, row, columns);
  }
}

function drawEntry({ pdf, add }: Drawing, { moment, text, said }: StoryEntry): void {
  beginPageIfFull(pdf, 50);
  add("P", () => {
    inBold(pdf, () => pdf.fontSize(9).text(moment).fontSize(textSize));
    pdf.text(text);
  });
  if (said !== null) add("P", () => drawQuote(pdf, said));
  pdf.moveDown(0.6);
}

/** What somebody wrote, set apart from what the desk says. */
function drawQuote(pdf: Pdf, said: string): void {
  pdf.text(said, margin + 14, undefined, { width: widthOf(pdf) - 14 });
  pdf.x = margin;
}

interface Column {
  readonly width: number;
  readonly isBold?: boolean;
}

const gap = 8;

/** Cells beside each other, on one page as long as a page can hold them. */
function drawCells({ pdf, add }: Drawing, cells: readonly string[], columns: readonly Column[]): void {
  const height = heightOf(pdf, cells, columns);
  beginPageIfFull(pdf, height);
  const top = pdf.y;
  add("P", () => {
    let left = margin;
    for (const [at, cell] of cells.entries()) {
      const { width, isBold = false } = columns[at] ?? { width: widthOf(pdf) };
      const write = () => pdf.text(cell, left, top, { width: width - gap });
      if (isBold) inBold(pdf, write);
      else write();
      left += width;
    }
  });
  pdf.x = margin;
  pdf.y = top + height;
}

function heightOf(pdf: Pdf, cells: readonly string[], columns: readonly Column[]): number {
  const heights = cells.map((cell, at) => {
    const { width, isBold = false } = columns[at] ?? { width: widthOf(pdf) };
    let height = 0;
    const measure = () => {
      height = pdf.heightOfString(cell, { width: width - gap });
    };
    if (isBold) inBold(pdf, measure);
    else measure();
    return height;
  });
  return Math.max(...heights) + 4;
}

export function widthOf(pdf: Pdf): number {
  return pdf.page.width - 2 * margin;
}
