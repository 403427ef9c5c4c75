import { randomBytes } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addPaper } from "@/lib/attachments/commands/add-paper.server";
import { makeLink, openLink } from "@/lib/attachments/commands/open-paper.server";
import { limits } from "@/lib/attachments/limits";
import { listPapers } from "@/lib/attachments/queries.server";
import { freePort, hasClamd, openClamd } from "@/tests/support/clamd";
import {
  aDocument,
  aPackage,
  aPackageOfMany,
  aPackedPdf,
  aPdf,
  aPhoto,
  aSheet,
  eicar,
  inChunks,
  inExcel,
  inWord,
  relations,
} from "@/tests/support/papers";
import { aFiledReport, aWorld, thursday, type World } from "@/tests/support/world";

const isScanned = hasClamd();
const port = await freePort();
if (isScanned) process.env["CLAMD_URL"] = `tcp://127.0.0.1:${port}`;

let world: World;
let daemon: Awaited<ReturnType<typeof openClamd>> | undefined;

beforeAll(async () => {
  world = await aWorld();
  if (isScanned) daemon = await openClamd(port);
}, 120_000);

afterAll(() => daemon?.close());

/** All that people and those who mean harm are known to send, by the number of its line in docs/bad-input.md. */
type Line =
  | "56: nothing"
  | "57: a byte more than may"
  | "58: another kind of file under a good name"
  | "59: two files in one"
  | "60: a PDF that acts"
  | "61: a file with a password"
  | "62: macros and old office files"
  | "63: a sheet that reaches out"
  | "64: a bomb"
  | "65: a document that reads other files"
  | "66: a drawing that can run"
  | "67: an image that is too large, cut, in print colours or moving"
  | "68: a photo that names its place"
  | "69: a photo of a telephone or browser"
  | "70: a virus"
  | "71: a name that is a path"
  | "72: a name that misleads";

interface Case {
  readonly name: string;
  readonly bytes: () => Buffer | Promise<Buffer>;
  /** The code of the refusal, or the name under which it is kept. */
  readonly answer: string;
}

const program = Buffer.from("MZ\u0090\u0000\u0003\u0000\u0000\u0000");
const oldOffice = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(512)]);
const pdf = () => aPdf(`% ${randomBytes(8).toString("hex")}\n`);
const acting = (what: string) => () => aPdf(`7 0 obj\n<< ${what} >>\nendobj\n`);
const words = (xml: string) => () => aDocument({ "word/document.xml": inWord(xml) });
const whole = (xml: string) => () => aDocument({ "word/document.xml": xml });
const outside = (type: string, target: string) => relations({ type, target, isExternal: true });

/** The mark of a password in the lists of a package. */
async function aLockedDocument(): Promise<Buffer> {
  const bytes = await aDocument();
  for (const [sign, flag] of [
    ["PK\u0003\u0004", 6],
    ["PK\u0001\u0002", 8],
  ] as const) {
    for (let at = bytes.indexOf(sign, 0, "latin1"); at !== -1; at = bytes.indexOf(sign, at + 1, "latin1")) {
      bytes.writeUInt16LE(bytes.readUInt16LE(at + flag) | 1, at + flag);
    }
  }
  return bytes;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}

/** An image that says it is as large as this, and holds next to nothing. */
function aHugeImage(side: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 2], 8);
  const parts = [chunk("IHDR", head), chunk("IDAT", deflateSync(Buffer.alloc(100))), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), ...parts]);
}

/** A PNG that says it has two pictures, one after the other. */
async function aMovingImage(): Promise<Buffer> {
  const still = await aPhoto({ format: "png", side: 43 });
  const moves = chunk("acTL", Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]));
  const endOfHead = 33;
  return Buffer.concat([still.subarray(0, endOfHead), moves, still.subarray(endOfHead)]);
}

const aPhotoWithPackage = async () => Buffer.concat([await aPhoto({ side: 44 }), await aPackage({ a: "a" })]);

const script = "7 0 << /S /JavaScript /JS (1) >>";
/** A script that lies packed behind this dictionary. */
const packedBehind = (dictionary: string) => () =>
  aPdf(`9 0 obj\n<< ${dictionary} >>\nstream\n${deflateSync(script).toString("latin1")}\nendstream\nendobj\n`);
const packs = "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode";

const laughs = `<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><l>&b;</l>`;

const corpus: Readonly<Record<Line, readonly Case[]>> = {
  "56: nothing": [{ name: "leeg.pdf", bytes: () => Buffer.alloc(0), answer: "file-empty" }],
  "57: a byte more than may": [
    { name: "a.txt", bytes: () => Buffer.alloc(limits.bytesPerFile + 1, "a"), answer: "file-too-large" },
    { name: "b.txt", bytes: () => Buffer.alloc(limits.bytesPerFile, "b"), answer: "b.txt" },
    { name: "c.txt", bytes: () => Buffer.alloc(limits.bytesPerFile - 1, "c"), answer: "c.txt" },
  ],
  "58: another kind of file under a good name": [
    { name: "staat.pdf", bytes: () => program, answer: "file-not-as-named" },
    { name: "foto.jpg", bytes: () => Buffer.from("<html><script>1</script>"), answer: "file-not-as-named" },
    { name: "uren.csv", bytes: () => aPhoto({ format: "png" }), answer: "file-not-as-named" },
  ],
  "59: two files in one": [
    { name: "a.pdf", bytes: () => Buffer.concat([Buffer.from("<html>"), aPdf()]), answer: "file-not-as-named" },
    { name: "a.js", bytes: () => Buffer.from("GIF89a=1;alert(1)"), answer: "file-kind-refused" },
    { name: "a.gif", bytes: () => Buffer.from("GIF89a=1;alert(1)"), answer: "file-kind-refused" },
    {
      name: "b.pdf",
      bytes: async () => Buffer.concat([aPdf(), await aPackage({ a: "a" }), Buffer.from("%%EOF")]),
      answer: "file-not-as-named",
    },
    { name: "c.jpg", bytes: aPhotoWithPackage, answer: "c.jpg" },
    { name: "d.docx", bytes: aPhotoWithPackage, answer: "file-not-as-named" },
  ],
  "60: a PDF that acts": [
    { name: "a.pdf", bytes: acting("/S /JavaScript /JS (1)"), answer: "pdf-acts" },
    { name: "b.pdf", bytes: acting("/S /Launch /F (calc.exe)"), answer: "pdf-acts" },
    { name: "c.pdf", bytes: acting("/Type /EmbeddedFile"), answer: "pdf-acts" },
    { name: "d.pdf", bytes: acting("/S /J#61vaScript /JS (1)"), answer: "pdf-acts" },
    { name: "e.pdf", bytes: acting("/S /GoToR /F (//x.nl/y.pdf)"), answer: "pdf-acts" },
    { name: "f.pdf", bytes: () => aPackedPdf(script), answer: "pdf-acts" },
    { name: "g.pdf", bytes: packedBehind(`${packs} ${"/Pad ".repeat(1_000)}`), answer: "pdf-acts" },
    { name: "h.pdf", bytes: packedBehind(`${packs} % obj\n`), answer: "pdf-acts" },
    { name: "i.pdf", bytes: packedBehind(packs.replace("ObjStm", "Obj#53tm")), answer: "pdf-acts" },
    { name: "j.pdf", bytes: packedBehind(packs.replace("/Flate", "/LZWDecode /Flate")), answer: "file-broken" },
  ],
  "61: a file with a password": [
    { name: "a.pdf", bytes: () => aPdf("trailer\n<< /Encrypt 9 0 R >>\n"), answer: "file-locked" },
    { name: "a.docx", bytes: () => oldOffice, answer: "file-locked" },
    { name: "b.docx", bytes: aLockedDocument, answer: "file-locked" },
    { name: "a.zip", bytes: () => aPackage({ a: "a" }), answer: "file-packed" },
  ],
  "62: macros and old office files": [
    { name: "a.xlsm", bytes: () => aSheet(), answer: "file-macros" },
    { name: "a.docm", bytes: () => aDocument(), answer: "file-macros" },
    { name: "a.xlsx", bytes: () => aSheet({ "xl/vbaProject.bin": "x" }), answer: "file-macros" },
    { name: "a.xls", bytes: () => oldOffice, answer: "file-old-office" },
    { name: "a.doc", bytes: () => oldOffice, answer: "file-old-office" },
  ],
  "63: a sheet that reaches out": [
    {
      name: "a.xlsx",
      bytes: () => aSheet({ "xl/worksheets/sheet2.xml": inExcel("<c><f>cmd|' /C calc'!A0</f></c>") }),
      answer: "office-acts",
    },
    { name: "b.xlsx", bytes: () => aSheet({ "xl/externalLinks/externalLink1.xml": "<x/>" }), answer: "office-acts" },
    {
      name: "c.xlsx",
      bytes: () => aSheet({ "xl/_rels/workbook.xml.rels": outside("oleObject", "a") }),
      answer: "office-acts",
    },
    {
      name: "d.xlsx",
      bytes: () => aSheet({ "xl/connections.xml": inExcel("", "connections") }),
      answer: "office-acts",
    },
    {
      name: "e.xlsx",
      bytes: () => aSheet({ "xl/worksheets/sheet2.xml": inExcel('<c><f>WEBSERVICE("https://x.nl")</f></c>') }),
      answer: "office-acts",
    },
    {
      name: "f.docx",
      bytes: () => aDocument({ "word/_rels/a.xml.rels": outside("attachedTemplate", "https://x.nl/hyperlink") }),
      answer: "office-acts",
    },
    {
      name: "g.docx",
      bytes: words("<w:instrText>DD</w:instrText><w:instrText>E cmd</w:instrText>"),
      answer: "office-acts",
    },
    {
      name: "h.docx",
      bytes: () =>
        aDocument({ "_rels/.rels": relations({ type: "officeDocument", target: "word/x.dat" }), "word/x.dat": "" }),
      answer: "file-not-as-named",
    },
  ],
  "64: a bomb": [
    { name: "a.docx", bytes: () => aDocument({ "word/a.xml": Buffer.alloc(20_000_000) }), answer: "file-bomb" },
    { name: "b.docx", bytes: () => aPackageOfMany(100_000), answer: "file-bomb" },
    {
      name: "c.docx",
      bytes: async () => aDocument({ "word/a.bin": await aPackage({ a: "a" }) }),
      answer: "office-acts",
    },
    {
      name: "d.docx",
      bytes: async () => {
        const bytes = await aDocument({ "word/a.xml": Buffer.alloc(20_000_000) });
        const place = bytes.lastIndexOf("word/a.xml");
        bytes.writeUInt32LE(10, place - 46 + 24);
        return bytes;
      },
      answer: "file-bomb",
    },
  ],
  "65: a document that reads other files": [
    {
      name: "a.docx",
      bytes: whole('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'),
      answer: "office-acts",
    },
    { name: "b.docx", bytes: whole(laughs), answer: "office-acts" },
  ],
  "66: a drawing that can run": [
    { name: "a.svg", bytes: () => Buffer.from("<svg onload='alert(1)'/>"), answer: "file-kind-refused" },
    { name: "b.svg", bytes: () => Buffer.from("<svg/>"), answer: "file-kind-refused" },
    { name: "c.png", bytes: () => Buffer.from("<svg/>"), answer: "file-not-as-named" },
  ],
  "67: an image that is too large, cut, in print colours or moving": [
    { name: "a.png", bytes: () => aHugeImage(30_000), answer: "image-too-large" },
    {
      name: "b.jpg",
      bytes: async () => (await aPhoto({ side: 400 })).subarray(0, 900),
      answer: "file-broken",
    },
    {
      name: "c.jpg",
      bytes: async () =>
        sharp(await aPhoto())
          .toColourspace("cmyk")
          .jpeg()
          .toBuffer(),
      answer: "c.jpg",
    },
    { name: "d.gif", bytes: () => Buffer.from("GIF89a"), answer: "file-kind-refused" },
    { name: "e.png", bytes: aMovingImage, answer: "e.png" },
  ],
  "68: a photo that names its place": [
    { name: "thuis.jpg", bytes: () => aPhoto({ hasPlace: true, side: 41 }), answer: "thuis.jpg" },
  ],
  "69: a photo of a telephone or browser": [
    { name: "a.heic", bytes: () => Buffer.from("ftypheic"), answer: "file-heic" },
    { name: "a.avif", bytes: () => Buffer.from("ftypavif"), answer: "file-heic" },
  ],
  "70: a virus": [
    { name: "a.txt", bytes: () => Buffer.from(eicar), answer: "file-virus" },
    {
      name: "b.txt",
      bytes: () => Buffer.concat([Buffer.alloc(9 * 1024 * 1024, "a\n"), Buffer.from(eicar)]),
      answer: "file-virus",
    },
  ],
  "71: a name that is a path": [
    { name: "../../x.pdf", bytes: pdf, answer: "x.pdf" },
    { name: "C:\\x.pdf", bytes: pdf, answer: "x.pdf" },
    { name: "/tmp\\x.pdf", bytes: pdf, answer: "x.pdf" },
    { name: "..&#x2F;x.pdf", bytes: pdf, answer: "x.pdf" },
    { name: "a\0.pdf", bytes: pdf, answer: "a.pdf" },
    { name: "", bytes: pdf, answer: "bijlage.pdf" },
  ],
  "72: a name that misleads": [
    { name: `${"a".repeat(300)}.pdf`, bytes: pdf, answer: `${"a".repeat(120)}.pdf` },
    { name: 'b"c\r\nd.pdf', bytes: pdf, answer: "b-cd.pdf" },
    { name: "exe\u202efdp.exe", bytes: () => program, answer: "file-kind-refused" },
    { name: "CON.pdf", bytes: pdf, answer: "bijlage.pdf" },
    { name: ".htaccess", bytes: pdf, answer: "file-kind-refused" },
    { name: "a.pdf.js", bytes: pdf, answer: "file-kind-refused" },
    { name: "slot.pdf.", bytes: pdf, answer: "slot.pdf" },
  ],
};

const lines = Object.entries(corpus).filter(([line]) => isScanned || line !== "70: a virus");

test("every line has an answer for each of its files", () => {
  expect(Object.values(corpus).every((cases) => cases.length > 0)).toBe(true);
});

describe.each(lines)("%s", (_, cases) => {
  test.each(cases)(
    "$name is answered with $answer",
    async ({ name, bytes, answer }) => {
      const { reference } = await aFiledReport(world, { separate: true });
      const file = { name, bytes: inChunks(await bytes()) };
      const sent = await addPaper(world.reporter, { reference, kind: "other", file }, thursday);
      expect(sent.ok ? sent.value.name : sent.problems[0]?.code).toBe(answer);
      const { papers } = await listPapers(world.officer, reference);
      expect(papers.map((paper) => paper.name)).toEqual(sent.ok ? [answer] : []);
    },
    30_000,
  );
});

async function keptOf(name: string, bytes: Buffer): Promise<Buffer> {
  const { reference } = await aFiledReport(world, { separate: true });
  const file = { name, bytes: inChunks(bytes) };
  const sent = await addPaper(world.reporter, { reference, kind: "other", file }, thursday);
  const id = sent.ok ? sent.value.id : "";
  return buffer((await openLink(world.officer, await makeLink(world.officer, id, thursday), thursday)).bytes);
}

test("what is kept of a photo that names its place is the picture alone", async () => {
  const kept = await keptOf("thuis.jpg", await aPhoto({ hasPlace: true, side: 42 }));
  expect((await sharp(kept).metadata()).exif).toBeUndefined();
});

test("what is kept of a photo with a package behind it is the photo alone", async () => {
  const sent = await aPhotoWithPackage();
  expect(sent.includes("PK\u0005\u0006")).toBe(true);
  expect((await keptOf("pakket.jpg", sent)).includes("PK\u0005\u0006")).toBe(false);
});

test("what is kept of an image that moves stands still", async () => {
  const moving = await aMovingImage();
  expect(moving.includes("acTL")).toBe(true);
  expect((await keptOf("film.png", moving)).includes("acTL")).toBe(false);
});
