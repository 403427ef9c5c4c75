import "server-only";
import { beginPageIfFull, inBold, makePdf, numberPages, type Pdf } from "@/lib/shared/pdf.server";
import type { Chapter, Dossier, Section } from "./document";
import {
  brandLine,
  type Drawing,
  drawBlocks,
  drawRows,
  drawRule,
  margin,
  textSize,
  widthOf,
} from "./draw-blocks.server";

const contentsPerPage = 30;

interface Place {
  readonly title: string;
  readonly level: 1 | 2;
  readonly name: string;
  page: number;
}

/** The dossier as a PDF: a cover, a table of contents that leads to each part, and the parts. */
export function drawDossier(dossier: Dossier, madeAt: Date): Promise<Buffer> {
  const { title, chapters, foot } = dossier;
  return makePdf({ title, locale: "nl-NL", margin, createdAt: madeAt }, (pdf, add) => {
    const drawing = { pdf, add };
    const places = placesIn(chapters);
    drawCover(drawing, dossier);
    const contentsFrom = reserveContents(pdf, places.length);
    for (const chapter of chapters) drawChapter(drawing, chapter, places);
    drawContents(drawing, { places, from: contentsFrom, heading: dossier.contents });
    numberPages(pdf, foot);
  });
}

function placesIn(chapters: readonly Chapter[]): readonly Place[] {
  const entries = chapters.flatMap(({ title, sections }) => [
    { title, level: 1 as const },
    ...sections.map((section) => ({ title: section.title, level: 2 as const })),
  ]);
  return entries.map((entry, at) => ({ ...entry, name: `deel-${at + 1}`, page: 0 }));
}

function drawCover({ pdf, add }: Drawing, { cover: { lines, rows, notes } }: Dossier): void {
  const [heading = "", ...under] = lines;
  pdf.moveDown(6);
  add("H1", () => inBold(pdf, () => pdf.fontSize(26).text(heading)));
  for (const line of under) add("P", () => pdf.fontSize(14).text(line));
  pdf.fontSize(textSize).moveDown(2);
  drawRule(pdf, brandLine);
  pdf.moveDown(2);
  drawRows({ pdf, add }, rows);
  pdf.moveDown(3);
  for (const note of notes) add("P", () => pdf.text(note, { width: 380 }).moveDown(0.5));
}

/** How long the contents are is known before the pages are. */
function reserveContents(pdf: Pdf, lines: number): number {
  const from = pdf.bufferedPageRange().count;
  for (let page = 0; page < Math.ceil(lines / contentsPerPage); page++) pdf.addPage();
  return from;
}

function drawChapter(drawing: Drawing, { title, blocks, sections }: Chapter, places: readonly Place[]): void {
  const { pdf } = drawing;
  pdf.addPage();
  drawHeading(drawing, { title, level: 1, places });
  drawBlocks(drawing, blocks);
  for (const section of sections) drawSection(drawing, section, places);
}

function drawSection(drawing: Drawing, { title, blocks }: Section, places: readonly Place[]): void {
  beginPageIfFull(drawing.pdf, 120);
  drawHeading(drawing, { title, level: 2, places });
  drawBlocks(drawing, blocks);
}

interface Heading {
  readonly title: string;
  readonly level: 1 | 2;
  readonly places: readonly Place[];
}

function drawHeading({ pdf, add }: Drawing, { title, level, places }: Heading): void {
  const place = places.find((one) => one.page === 0 && one.title === title);
  if (place !== undefined) {
    place.page = pdf.bufferedPageRange().count;
    pdf.outline.addItem(title);
  }
  pdf.moveDown(level === 1 ? 0 : 1);
  const destination = place === undefined ? {} : { destination: place.name };
  add(level === 1 ? "H1" : "H2", () =>
    inBold(pdf, () =>
      pdf
        .fontSize(level === 1 ? 18 : 12)
        .text(title, destination)
        .fontSize(textSize),
    ),
  );
  pdf.moveDown(level === 1 ? 0.3 : 0.6);
  if (level === 1) drawRule(pdf, brandLine);
  if (level === 1) pdf.moveDown(0.6);
}

interface Contents {
  readonly places: readonly Place[];
  readonly from: number;
  readonly heading: string;
}

/** Each part with its page; whoever reads on a screen gets there with a click. */
function drawContents({ pdf, add }: Drawing, { places, from, heading }: Contents): void {
  for (const [at, place] of places.entries()) {
    if (at % contentsPerPage === 0) {
      pdf.switchToPage(from + at / contentsPerPage);
      pdf.x = margin;
      pdf.y = margin;
      if (at === 0) add("H1", () => inBold(pdf, () => pdf.fontSize(18).text(heading).fontSize(textSize).moveDown(0.8)));
    }
    add("P", () => drawContentsLine(pdf, place));
  }
}

function drawContentsLine(pdf: Pdf, { title, level, name, page }: Place): void {
  const top = pdf.y;
  const left = margin + (level === 1 ? 0 : 14);
  const write = () =>
    pdf.text(title, left, top, { width: widthOf(pdf) - 60, height: 14, ellipsis: true, lineBreak: true, goTo: name });
  if (level === 1) inBold(pdf, write);
  else write();
  pdf.text(String(page), margin, top, { width: widthOf(pdf), align: "right" });
  pdf.x = margin;
  pdf.y = top + 20;
}
