import { once } from "node:events";
import { connect, createServer } from "node:net";
import { deflateSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addPaper } from "@/lib/attachments/commands/add-paper.server";
import { previewPaper } from "@/lib/attachments/commands/preview-paper.server";
import { freePort } from "@/tests/support/clamd";
import {
  aDocument,
  aPackage,
  aPackageOfMany,
  aPdf,
  aPdfWithStream,
  aSheet,
  inChunks,
  inExcel,
  inWord,
  relations,
} from "@/tests/support/papers";
import { aFiledReport, aWorld, thursday, type World } from "@/tests/support/world";

/** What a bad file may not do to others, by the number of its line in docs/bad-input.md. */

const port = await freePort();
let world: World;

beforeAll(async () => {
  world = await aWorld();
}, 120_000);

async function send(name: string, bytes: Buffer) {
  const { reference } = await aFiledReport(world, { separate: true });
  return addPaper(world.reporter, { reference, kind: "other", file: { name, bytes: inChunks(bytes) } }, thursday);
}

describe("64: a bomb is refused while memory stays flat", () => {
  const large = 500 * 1024 * 1024;
  const mostMore = 200 * 1024 * 1024;
  const packs = "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode";

  async function aLyingPackage(): Promise<Buffer> {
    const bytes = await aDocument({ "word/a.xml": Buffer.alloc(large) });
    bytes.writeUInt32LE(10, bytes.lastIndexOf("word/a.xml") - 46 + 24);
    return bytes;
  }

  test.each<[string, string, () => Buffer | Promise<Buffer>, string]>([
    ["a part of a thousandfold", "a.docx", () => aDocument({ "word/a.xml": Buffer.alloc(large) }), "file-bomb"],
    ["a part that lies about its size", "b.docx", aLyingPackage, "file-bomb"],
    ["a hundred thousand parts", "c.docx", () => aPackageOfMany(100_000), "file-bomb"],
    ["elements in elements", "d.docx", () => aDocument({ "word/a.xml": "<a>".repeat(20_000) }), "file-bomb"],
    [
      "a package in a package",
      "e.docx",
      async () => aDocument({ "word/a.bin": await aPackage({ a: Buffer.alloc(large) }) }),
      "file-bomb",
    ],
    [
      "a PDF that grows without end",
      "f.pdf",
      () => aPdfWithStream(packs, deflateSync(Buffer.alloc(large))),
      "file-broken",
    ],
  ])(
    "%s",
    async (_, name, make, code) => {
      const bytes = await make();
      const before = process.memoryUsage.rss();
      let most = before;
      const look = setInterval(() => {
        most = Math.max(most, process.memoryUsage.rss());
      }, 1);
      const sent = await send(name, bytes).finally(() => clearInterval(look));
      most = Math.max(most, process.memoryUsage.rss());
      expect(sent.ok ? sent.value.name : sent.problems[0]?.code).toBe(code);
      expect(most - before).toBeLessThan(mostMore);
    },
    60_000,
  );
});

describe("60, 63, 65: what a file names elsewhere is not asked for", () => {
  const elsewhere = `http://127.0.0.1:${port}/a`;
  let calls = 0;
  const listener = createServer((socket) => {
    calls += 1;
    socket.on("error", () => socket.destroy());
    socket.end();
  });
  const outside = (type: string) => relations({ type, target: elsewhere, isExternal: true });
  const link = `<w:hyperlink xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="r0"><w:r><w:t>Lees</w:t></w:r></w:hyperlink>`;
  const whole = (xml: string) => () => aDocument({ "word/document.xml": xml });
  const action = (act: string) => () => aPdf(`7 0 obj\n<< /Type /Action ${act} >>\nendobj\n`);

  beforeAll(async () => {
    listener.listen(port, "127.0.0.1");
    await once(listener, "listening");
  });

  afterAll(() => listener.close());

  test.each<[string, string, () => Buffer | Promise<Buffer>]>([
    ["an entity", "a.docx", whole(`<!DOCTYPE x [<!ENTITY e SYSTEM "${elsewhere}">]><x>&e;</x>`)],
    ["an entity of the document type", "b.docx", whole(`<!DOCTYPE x [<!ENTITY % e SYSTEM "${elsewhere}"> %e;]><x/>`)],
    ["a document type", "c.docx", whole(`<!DOCTYPE x SYSTEM "${elsewhere}"><x/>`)],
    ["a template", "d.docx", () => aDocument({ "word/_rels/settings.xml.rels": outside("attachedTemplate") })],
    ["a picture", "e.docx", () => aDocument({ "word/_rels/document.xml.rels": outside("image") })],
    ["a formula", "f.xlsx", () => aSheet({ "xl/a.xml": inExcel(`<c><f>WEBSERVICE("${elsewhere}")</f></c>`) })],
    ["another PDF", "g.pdf", action(`/S /GoToR /F (${elsewhere})`)],
    ["a form", "h.pdf", action(`/S /SubmitForm /F (${elsewhere})`)],
  ])("by %s, and it is refused", async (_, name, make) => {
    const sent = await send(name, await make());
    expect(sent.ok ? sent.value.name : sent.problems[0]?.code).toMatch(/^(office|pdf)-acts$/);
    expect(calls).toBe(0);
  });

  test.each<[string, string, () => Buffer | Promise<Buffer>]>([
    [
      "document",
      "i.docx",
      () => aDocument({ "word/document.xml": inWord(link), "word/_rels/document.xml.rels": outside("hyperlink") }),
    ],
    ["PDF", "j.pdf", action(`/S /URI /URI (${elsewhere})`)],
  ])(
    "by a link in a %s that is kept and looked at",
    async (_, name, make) => {
      const sent = await send(name, await make());
      await previewPaper(world.officer, { id: sent.ok ? sent.value.id : "", page: 1 }, thursday);
      expect(calls).toBe(0);
    },
    60_000,
  );

  test("and who asked would have been heard", async () => {
    const asker = connect(port, "127.0.0.1");
    await once(asker, "close");
    expect(calls).toBe(1);
  });
});
