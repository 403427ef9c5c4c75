import "server-only";
import { type AddPart, drawLine, inBold, makePdf, type Pdf } from "@/lib/shared/pdf.server";
import type { OfficeLetter } from "./office-letter";

const margin = 64;
const termWidth = 110;

/** A letter of an office. Dutch, whoever sends it: parents get it. */
export async function drawLetter(letter: OfficeLetter): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await makePdf({ title: letter.title, locale: "nl-NL", margin }, (pdf, add) => draw(pdf, add, letter));
  return new Uint8Array(bytes);
}

function draw(pdf: Pdf, add: AddPart, letter: OfficeLetter): void {
  pdf.fontSize(11);
  add("P", () => {
    inBold(pdf, () => pdf.text(letter.sender[0] ?? ""));
    pdf.text(letter.sender.slice(1).join("\n"));
  });
  add("P", () => pdf.moveDown(3).text(letter.addressee.join("\n")));
  add("P", () => pdf.moveDown(2).text(letter.dateLine));
  add("H1", () => inBold(pdf, () => pdf.moveDown(1.5).fontSize(14).text(letter.subject).fontSize(11)));
  pdf.moveDown(1);
  for (const [name, value] of letter.facts) {
    add("P", () => drawLine(pdf, [name, value], [{ width: termWidth, isBold: true }]));
  }
  for (const paragraph of letter.paragraphs) {
    add("P", () => pdf.moveDown(1).text(paragraph, { lineGap: 2 }));
  }
  add("P", () => pdf.moveDown(2.5).text(letter.signature.join("\n")));
}
