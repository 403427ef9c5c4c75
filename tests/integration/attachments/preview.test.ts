import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { beforeEach, describe, expect, test } from "vitest";
import { addPaper } from "@/lib/attachments/commands/add-paper.server";
import { previewPaper } from "@/lib/attachments/commands/preview-paper.server";
import { makePreview } from "@/lib/attachments/preview/make-preview.server";
import { csvSheet } from "@/lib/attachments/write-sheet.server";
import { prisma } from "@/lib/db/client.server";
import { makePdf } from "@/lib/shared/pdf.server";
import { NotFound } from "@/lib/shared/problem";
import { aDocument, aPdf, aPhoto, aSheet, inChunks } from "@/tests/support/papers";
import { officerOf } from "@/tests/support/viewers";
import { aFiledReport, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let reference: string;

beforeEach(async () => {
  world = await aWorld();
  reference = (await aFiledReport(world)).reference;
});

async function idOf(name: string, bytes: Buffer): Promise<string> {
  const sent = await addPaper(
    world.reporter,
    { reference, kind: "letter", file: { name, bytes: inChunks(bytes) } },
    thursday,
  );
  if (!sent.ok) throw new Error(`refused: ${sent.problems[0]?.code}`);
  return sent.value.id;
}

const aLetter = (pages: number) =>
  makePdf({ title: "Brief", locale: "nl-NL", margin: 50 }, (pdf, add) => {
    for (let page = 1; page <= pages; page += 1) {
      if (page > 1) pdf.addPage();
      add("P", () => pdf.text(`Dit is blad ${page}`));
    }
  });

const bytesOf = (source: string) => Buffer.from(source.split(",")[1] ?? "", "base64");

describe("who may look at a paper", () => {
  test("may look at what he may read, and each look is on the access log", async () => {
    const id = await idOf("brief.txt", Buffer.from("Goedemorgen"));
    for (const viewer of [world.reporter, world.officer]) {
      expect(await previewPaper(viewer, { id, page: 1 }, thursday)).toMatchObject({
        name: "brief.txt",
        reference,
        preview: { kind: "text", text: "Goedemorgen", isCut: false },
      });
    }
    expect(await prisma.auditEntry.count({ where: { action: "attachment:preview", objectId: id } })).toBe(2);
  });

  test("finds nothing of others, nothing that waits and nothing that is gone", async () => {
    const id = await idOf("brief.txt", Buffer.from("Goedemorgen"));
    const strangers = [(await aWorld()).reporter, officerOf(randomUUID())];
    for (const viewer of strangers) {
      await expect(previewPaper(viewer, { id, page: 1 }, thursday)).rejects.toThrow(NotFound);
    }
    await expect(previewPaper(world.officer, { id: "geen", page: 1 }, thursday)).rejects.toThrow(NotFound);
    await prisma.attachment.update({ where: { id }, data: { state: "waiting" } });
    await expect(previewPaper(world.officer, { id, page: 1 }, thursday)).rejects.toThrow(NotFound);
    expect(await prisma.auditEntry.count({ where: { action: "attachment:preview", objectId: id } })).toBe(0);
  });
});

describe("a preview", () => {
  test("of a PDF is a picture of each page, three at a time, with its words for who cannot see it", async () => {
    const letter = await aLetter(5);
    const first = await makePreview("pdf", letter, 1);
    if (first.kind !== "images") throw new Error("it was not drawn");
    expect([first.pageCount, first.images.map(({ text }) => text)]).toEqual([
      5,
      ["Dit is blad 1", "Dit is blad 2", "Dit is blad 3"],
    ]);
    expect((await sharp(bytesOf(first.images[0]?.source ?? "")).metadata()).format).toBe("webp");
    expect(await makePreview("pdf", letter, 4)).toMatchObject({ images: [{ text: "Dit is blad 4" }, {}], from: 4 });
    expect(await makePreview("pdf", letter, 9)).toEqual({ kind: "none" });
  }, 60_000);

  test("of a photo holds nothing but the picture", async () => {
    const made = await makePreview("jpg", await aPhoto({ side: 3_000, hasPlace: true }), 1);
    if (made.kind !== "images") throw new Error("it was not drawn");
    const { exif, width } = await sharp(bytesOf(made.images[0]?.source ?? "")).metadata();
    expect([exif, width]).toEqual([undefined, 1_200]);
  });

  test("of a document is its words, with signs as they are meant", async () => {
    const xml =
      '<w:document><w:body><w:p><w:r><w:t xml:space="preserve">Sami &amp; Noor</w:t><w:tab/><w:t>waren &lt;weg&gt;</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>Groet</w:t></w:r></w:p></w:body></w:document>';
    expect(await makePreview("docx", await aDocument({ "word/document.xml": xml }), 1)).toEqual({
      kind: "text",
      text: "Sami & Noor\twaren <weg>\n\nGroet",
      isCut: false,
    });
  });

  test("of a list is its cells, and formulas are words", async () => {
    const sheet = { title: "=1+1", facts: [], header: ["dag", "uren"], rows: [["ma", "3"]], foot: "klaar" };
    const made = await makePreview("csv", csvSheet(sheet), 1);
    expect(made).toMatchObject({ kind: "table", isCut: false });
    expect(made.kind === "table" && made.rows).toContainEqual(["ma", "3"]);
  });

  test("of a long list or text is its beginning, and says so", async () => {
    const rows = Buffer.from("a;b\n".repeat(1_000));
    expect(await makePreview("csv", rows, 1)).toMatchObject({ isCut: true });
    expect(await makePreview("txt", Buffer.alloc(60_000, "a"), 1)).toMatchObject({ isCut: true });
  });

  const broken: readonly (readonly ["pdf" | "jpg" | "docx" | "xlsx", () => Buffer | Promise<Buffer>])[] = [
    ["pdf", () => Buffer.from("%PDF-1.7 en verder niets")],
    ["pdf", () => aPdf().subarray(0, 90)],
    ["jpg", () => Buffer.from("geen foto")],
    ["docx", () => Buffer.from("geen pakket")],
    ["xlsx", () => aSheet({ "xl/workbook.xml": "<kapot" })],
  ];

  test.each(broken)(
    "of a broken %s is none, and hurts nobody",
    async (format, make) => {
      expect(await makePreview(format, await make(), 1)).toEqual({ kind: "none" });
    },
    60_000,
  );
});
