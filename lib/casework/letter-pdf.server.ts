import "server-only";
import path from "node:path";
import PDFDocument from "pdfkit";
import type { InvitationLetter } from "./invitation";

const margin = 64;
const column = 110;
const fonts = path.join(process.cwd(), "node_modules", "@expo-google-fonts", "source-sans-3");
const regular = path.join(fonts, "400Regular", "SourceSans3_400Regular.ttf");
const bold = path.join(fonts, "600SemiBold", "SourceSans3_600SemiBold.ttf");

/** A letter as a PDF that a screen reader can read: tagged, with a title and a language. */
export async function drawLetter(letter: InvitationLetter): Promise<Uint8Array<ArrayBuffer>> {
  const document = new PDFDocument({
    size: "A4",
    margin,
    font: regular,
    pdfVersion: "1.7",
    tagged: true,
    displayTitle: true,
    lang: "nl-NL",
    info: { Title: letter.title, Creator: "Verzuimloket" },
  });
  const pieces: Buffer[] = [];
  document.on("data", (piece: Buffer) => pieces.push(piece));
  const ended = new Promise<void>((resolve) => document.on("end", resolve));
  document.fontSize(11);
  drawBody(document, letter);
  document.end();
  await ended;
  return new Uint8Array(Buffer.concat(pieces));
}

type Document = InstanceType<typeof PDFDocument>;

function drawBody(document: Document, letter: InvitationLetter): void {
  const root = document.struct("Document");
  document.addStructure(root);
  const add = (kind: "P" | "H1", draw: () => void) => root.add(document.struct(kind, {}, draw));
  add("P", () =>
    document
      .font(bold)
      .text(letter.sender[0] ?? "")
      .font(regular)
      .text(letter.sender.slice(1).join("\n")),
  );
  add("P", () => document.moveDown(3).text(letter.addressee.join("\n")));
  add("P", () => document.moveDown(2).text(letter.dateLine));
  add("H1", () => document.moveDown(1.5).font(bold).fontSize(14).text(letter.subject).font(regular).fontSize(11));
  document.moveDown(1);
  for (const [name, value] of letter.appointment) {
    add("P", () => {
      const top = document.y;
      document.font(bold).text(name, margin, top, { width: column }).font(regular);
      document.text(value, margin + column, top);
    });
  }
  document.x = margin;
  for (const paragraph of letter.paragraphs) {
    add("P", () => document.moveDown(1).text(paragraph, margin, document.y, { lineGap: 2 }));
  }
  add("P", () => document.moveDown(2.5).text(letter.signature.join("\n")));
  root.end();
}
