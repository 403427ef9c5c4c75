import { randomBytes } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { deflateSync } from "node:zlib";
import PDFDocument from "pdfkit";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { inspect } from "@/lib/attachments/inspect/inspect";
import { limits } from "@/lib/attachments/limits";
import {
  aDocument,
  aPackage,
  aPackedPdf,
  aPdf,
  aPdfWithStream,
  aPhoto,
  aSheet,
  inExcel,
  inWord,
  type Parts,
  relations,
} from "@/tests/support/papers";

const outcomeOf = async (name: string, bytes: Buffer) => {
  const result = await inspect(name, bytes);
  return result.ok ? result.value.format : result.problems[0]?.code;
};

const types = "[Content_Types].xml";
const program = Buffer.from("MZ\u0090\u0000\u0003\u0000\u0000\u0000");
const page = Buffer.from("<!doctype html><script>alert(1)</script>");
const action = (act: string) => `7 0 obj\n<< /Type /Action ${act} >>\nendobj\n`;
const office = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(512)]);
const endOfPackage = Buffer.concat([Buffer.from("PK\u0005\u0006"), Buffer.alloc(18)]);

type Case = readonly [what: string, name: string, make: () => Buffer | Promise<Buffer>, expected: string];

const corpus: readonly Case[] = [
  ["a PDF", "staat.pdf", () => aPdf(), "pdf"],
  ["a PDF in capitals", "STAAT.PDF", () => aPdf(), "pdf"],
  ["a PDF whose objects lie packed", "staat.pdf", () => aPackedPdf("1 0 << /Type /Catalog >>"), "pdf"],
  ["a photo", "foto.jpeg", () => aPhoto(), "jpg"],
  ["an image", "scherm.png", () => aPhoto({ format: "png" }), "png"],
  ["a document", "brief.docx", () => aDocument(), "docx"],
  [
    "a document with a link to click",
    "brief.docx",
    () =>
      aDocument({
        "word/_rels/document.xml.rels": relations({
          type: "hyperlink",
          target: "https://x.nl/a?b=c",
          isExternal: true,
        }),
      }),
    "docx",
  ],
  [
    "a document that tells of DDE",
    "brief.docx",
    () => aDocument({ "word/footnotes.xml": inWord("<w:t>De afkorting DDE staat hier</w:t>") }),
    "docx",
  ],
  ["a sheet", "uren.xlsx", () => aSheet(), "xlsx"],
  [
    "a sheet that adds up",
    "uren.xlsx",
    () => aSheet({ "xl/worksheets/sheet2.xml": inExcel("<c><f>SUM(Blad2!A1:A9)</f></c>") }),
    "xlsx",
  ],
  ["a list", "uren.csv", () => Buffer.from("dag;uren\n13-4-2026;3\n"), "csv"],
  ["a list from Excel in Windows coding", "uren.csv", () => Buffer.from("naam\nRen\xe9\n", "latin1"), "csv"],
  ["a text in UTF-16", "brief.txt", () => Buffer.from("\ufeffGoedemorgen", "utf16le"), "txt"],
  ["a photo without extension", "foto", () => aPhoto(), "jpg"],

  ["nothing", "leeg.pdf", () => Buffer.alloc(0), "file-empty"],
  ["a byte too many", "groot.txt", () => Buffer.alloc(limits.bytesPerFile + 1, "a"), "file-too-large"],
  ["just not too many", "groot.txt", () => Buffer.alloc(limits.bytesPerFile, "a"), "txt"],
  ["a program called PDF", "staat.pdf", () => program, "file-not-as-named"],
  ["a page called photo", "foto.jpg", () => page, "file-not-as-named"],
  ["an image called list", "uren.csv", () => aPhoto({ format: "png" }), "file-not-as-named"],
  ["a program called list", "uren.csv", () => program, "file-not-as-named"],
  ["a PDF called photo", "foto.png", () => aPdf(), "file-not-as-named"],
  ["a package called document", "brief.docx", () => aPackage({ "a.txt": "a" }), "file-not-as-named"],
  ["a sheet called document", "brief.docx", () => aSheet(), "file-not-as-named"],
  ["a program", "spel.exe", () => program, "file-kind-refused"],
  ["a drawing that can run", "plaatje.svg", () => Buffer.from("<svg onload='alert(1)'/>"), "file-kind-refused"],
  ["a page", "index.html", () => page, "file-kind-refused"],
  ["a page within a PDF's clothes", "staat.pdf", () => Buffer.concat([page, aPdf()]), "file-not-as-named"],
  ["a script behind an extension", "staat.pdf.js", () => aPdf(), "file-kind-refused"],
  ["a name turned around", "staat\u202efdp.exe", () => program, "file-kind-refused"],
  ["a photo of a telephone", "foto.heic", () => Buffer.from("ftypheic"), "file-heic"],
  ["a photo of a browser", "foto.avif", () => Buffer.from("ftypavif"), "file-heic"],
  ["an old document", "brief.doc", () => office, "file-old-office"],
  ["an old sheet", "uren.xls", () => office, "file-old-office"],
  ["a document with macros", "brief.docm", () => aDocument(), "file-macros"],
  ["a sheet with macros", "uren.xlsm", () => aSheet(), "file-macros"],
  ["a package", "alles.zip", () => aPackage({ "a.txt": "a" }), "file-packed"],
  ["an old document under a new name", "brief.docx", () => office, "file-locked"],

  [
    "a PDF and a package in one",
    "staat.pdf",
    () => Buffer.concat([aPdf(), endOfPackage, Buffer.from("%%EOF")]),
    "file-not-as-named",
  ],
  ["half a PDF", "staat.pdf", () => aPdf().subarray(0, 120), "file-broken"],
  ["a PDF with a script", "staat.pdf", () => aPdf(action("/S /JavaScript /JS (app.alert(1))")), "pdf-acts"],
  ["a PDF with a script in disguise", "staat.pdf", () => aPdf(action("/S /J#61vaScript /JS (1)")), "pdf-acts"],
  ["a PDF with a packed script", "staat.pdf", () => aPackedPdf("7 0 << /S /JavaScript /JS (1) >>"), "pdf-acts"],
  ["a PDF with a packed script in disguise", "staat.pdf", () => aPackedPdf("7 0 << /S /#4aavaScript >>"), "pdf-acts"],
  ["a PDF that starts a program", "staat.pdf", () => aPdf(action("/S /Launch /F (calc.exe)")), "pdf-acts"],
  ["a PDF that carries a file", "staat.pdf", () => aPdf("8 0 obj\n<< /Type /EmbeddedFile >>\nendobj\n"), "pdf-acts"],
  ["a PDF that sends a form", "staat.pdf", () => aPdf(action("/S /SubmitForm /F (https://x.nl)")), "pdf-acts"],
  ["a PDF with a password", "staat.pdf", () => aPdf("trailer\n<< /Encrypt 9 0 R >>\n"), "file-locked"],
  [
    "a PDF whose packing cannot be undone",
    "staat.pdf",
    () => aPdfWithStream("/Type /ObjStm /Filter /LZWDecode", Buffer.from("x")),
    "file-broken",
  ],
  [
    "a PDF that grows without end",
    "staat.pdf",
    () => aPdfWithStream("/Type /ObjStm /Filter /FlateDecode", deflateSync(Buffer.alloc(limits.packed.bytes + 1))),
    "file-broken",
  ],

  ["a PDF that goes on in another", "staat.pdf", () => aPdf(action("/S /GoToR /F (//x/y.pdf)")), "pdf-acts"],
  ["a document with macros inside", "brief.docx", () => aDocument({ "word/vbaProject.bin": "x" }), "file-macros"],
  ["a sheet with macros inside", "uren.xlsx", () => aSheet({ "xl/vbaProject.bin": "x" }), "file-macros"],
  [
    "a document that says it has macros",
    "brief.docx",
    () =>
      aDocument({
        [types]: '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
      }),
    "file-macros",
  ],
  [
    "a sheet with links to elsewhere",
    "uren.xlsx",
    () => aSheet({ "xl/externalLinks/externalLink1.xml": "<x/>" }),
    "office-acts",
  ],
  [
    "a document with a template from elsewhere",
    "brief.docx",
    () =>
      aDocument({
        "word/_rels/settings.xml.rels": relations({
          type: "attachedTemplate",
          target: "https://x.nl/a.dotm",
          isExternal: true,
        }),
      }),
    "office-acts",
  ],
  [
    "a document with a file in it",
    "brief.docx",
    () => aDocument({ "word/embeddings/oleObject1.bin": "x" }),
    "office-acts",
  ],
  [
    "a package within the package",
    "brief.docx",
    async () => aDocument({ "word/media/a.bin": await aPackage({ a: "a" }) }),
    "office-acts",
  ],
  [
    "a document that starts a program",
    "brief.docx",
    () => aDocument({ "word/header1.xml": inWord("<w:instrText> DDEAUTO c:\\\\cmd.exe </w:instrText>", "hdr") }),
    "office-acts",
  ],
  [
    "a sheet that starts a program",
    "uren.xlsx",
    () => aSheet({ "xl/worksheets/sheet2.xml": inExcel("<c><f>cmd|' /C calc'!A0</f></c>") }),
    "office-acts",
  ],
  [
    "a document that reads a file of the desk",
    "brief.docx",
    () => aDocument({ "word/document.xml": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>' }),
    "office-acts",
  ],
  [
    "a document in a coding that hides",
    "brief.docx",
    () => aDocument({ "word/document.xml": Buffer.from('\ufeff<?xml version="1.0"?><x/>', "utf16le") }),
    "file-broken",
  ],
  [
    "a document in a coding it names",
    "brief.docx",
    () => aDocument({ "word/document.xml": '<?xml version="1.0" encoding="UTF-7"?><x/>' }),
    "file-broken",
  ],
  [
    "a document that grows a thousandfold",
    "brief.docx",
    () => aDocument({ "word/media/a.xml": Buffer.alloc(20_000_000) }),
    "file-bomb",
  ],
  [
    "a document of too many parts",
    "brief.docx",
    () => aDocument(Object.fromEntries(Array.from({ length: 1_001 }, (_, at) => [`word/${at}.xml`, ""]))),
    "file-bomb",
  ],
  ["half a document", "brief.docx", async () => (await aDocument()).subarray(0, 200), "file-broken"],

  ["half a photo", "foto.jpg", async () => (await aPhoto({ side: 400 })).subarray(0, 900), "file-broken"],
  ["a photo of too many points", "foto.png", () => aPhoto({ format: "png", side: 6_400 }), "image-too-large"],
  [
    "signs of a photo and nothing else",
    "foto.jpg",
    () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1, 2]),
    "file-broken",
  ],
];

test.each(corpus)(
  "%s (%s) is answered as it should be",
  async (_, name, make, expected) => {
    expect(await outcomeOf(name, await make())).toBe(expected);
  },
  20_000,
);

const script = Buffer.from("7 0 << /S /JavaScript /JS (app.alert(1)) >>");
const packs = "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode";
const padding = "/Pad ".repeat(1_000);

/** As somebody who knows how objects are looked for would write the words before the bytes. */
const aPdfWith = (before: string, packed: Buffer = deflateSync(script)) =>
  aPdf(`9 0 obj\n${before}${packed.toString("latin1")}\nendstream\nendobj\n`);

describe("a packed script", () => {
  test.each([
    ["far behind the name of what packs it", `<< ${packs} ${padding} >>\nstream\n`],
    ["behind a comment like the beginning of an object", `<< ${packs} % obj\n>>\nstream\n`],
    ["behind a comment like the end of an object", `<< ${packs} % endobj\n>>\nstream\n`],
    ["behind a comment like another object", `<< ${packs}\n%endobj\n9 0 obj <<\n>>\nstream\n`],
    ["behind words like the beginning of an object", `<< ${packs} /Pad ( obj) >>\nstream\n`],
    ["behind words like another object", `<< ${packs} /Pad (\nendobj 9 0 obj << ) >>\nstream\n`],
    ["behind words like a stream", `<< /Pad (>>\nstream\nendstream) ${packs} >>\nstream\n`],
    ["behind a comment after its dictionary", `<< ${packs} >> % of objects\nstream\n`],
    ["behind a line that ends in another way", `<< ${packs} >>\nstream\r`],
    ["behind spaces", `<< ${packs} >> stream  \n`],
    ["under a name in disguise", `<< ${packs.replace("ObjStm", "Obj#53tm")} >>\nstream\n`],
    ["in a stream that does not say what it is", `<< /N 1 /First 4 /Filter /FlateDecode >>\nstream\n`],
    ["in a stream that nobody can name", `<< /N 1 /First 4 % obj\n/Filter /FlateDecode >>\nstream\n`],
    ["under a short name of the packing", `<< ${packs.replace("/FlateDecode", "[/Fl]")} >>\nstream\n`],
  ])("is found or refused %s", async (_, before) => {
    expect(["pdf-acts", "file-broken"]).toContain(await outcomeOf("staat.pdf", aPdfWith(before)));
  });

  test.each(["[/ASCII85Decode /FlateDecode]", "/ASCIIHexDecode", "[/AHx]", "/RunLengthDecode", "[/Fl /Fl]", "7 0 R"])(
    "is refused when it is packed as %s, which is not looked through",
    async (filter) => {
      const hex = Buffer.from(`${script.toString("hex")}>`);
      const before = `<< /Type /ObjStm /N 1 /First 4 /Filter ${filter} >>\nstream\n`;
      expect(await outcomeOf("staat.pdf", aPdfWith(before, hex))).toBe("file-broken");
    },
  );

  test("is refused when its bytes are counted from others", async () => {
    const before = `<< ${packs} /DecodeParms << /Columns 4 /Predictor 12 >> >>\nstream\n`;
    expect(await outcomeOf("staat.pdf", aPdfWith(before))).toBe("file-broken");
  });
});

test("a PDF of nothing but disguise does not take all memory", async () => {
  const before = process.memoryUsage().heapUsed;
  const disguise = deflateSync(Buffer.alloc(90 * 1024 * 1024, "#4a "));
  expect(await outcomeOf("staat.pdf", aPdfWithStream(packs, disguise))).toBe("pdf");
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(400 * 1024 * 1024);
});

describe("an ordinary PDF is accepted", () => {
  test("with words on a page that name what may not be in it", async () => {
    const words = deflateSync(Buffer.from("1 0 0 1 0 0 cm BT (HTML/CSS/JavaScript) Tj ET"));
    expect(await outcomeOf("staat.pdf", aPdfWithStream("/Filter /FlateDecode", words))).toBe("pdf");
  });

  test("with words on a page that is not packed about a part of the stream of something", async () => {
    const words = Buffer.from("BT (50% of) Tj (the stream of ) Tj ET");
    expect(await outcomeOf("staat.pdf", aPdfWithStream("/Type /Page", words))).toBe("pdf");
  });

  test("with more points in its images than there is room to unpack objects", async () => {
    const image = deflateSync(Buffer.alloc(40 * 1024 * 1024, 7)).toString("latin1");
    const dictionary = "/Subtype /Image /ColorSpace [/Indexed /DeviceRGB 1 (a\\)b%c\\()] /Filter /FlateDecode";
    const images = [11, 12, 13].map((at) => `${at} 0 obj\n<< ${dictionary} >>\nstream\n${image}\nendstream\nendobj\n`);
    expect(await outcomeOf("scan.pdf", aPdf(...images))).toBe("pdf");
  });

  test("with a photo in it of whose dictionary nobody is sure", async () => {
    const photo = (await aPhoto()).toString("latin1");
    const object = `9 0 obj\n<< % a photo\n/Filter /DCTDecode >>\nstream\n${photo}\nendstream\nendobj\n`;
    expect(await outcomeOf("scan.pdf", aPdf(object))).toBe("pdf");
  });

  test("as the desk itself makes them, with letters and images", async () => {
    const made = new PDFDocument({ info: { Title: "Verzuimstaat (1)", ModDate: new Date("2026-04-23T08:00:00Z") } });
    made
      .text("Sami was er niet: HTML/CSS/JavaScript.")
      .image(await aPhoto())
      .image(await aPhoto({ format: "png" }));
    made.end();
    expect(await outcomeOf("staat.pdf", await buffer(made))).toBe("pdf");
  });
});

const packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
const template = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate";
const settings = "word/_rels/settings.xml.rels";
const oneRelation = (xml: string) => `<Relationships xmlns="${packageRelations}">${xml}</Relationships>`;
const field = (...words: readonly string[]) =>
  inWord(words.map((one) => `<w:r><w:instrText>${one}</w:instrText></w:r>`).join("<w:proofErr/>"));

describe("a document that reaches out is refused", () => {
  test.each<[string, Parts]>([
    [
      "to an address that looks like the kind of a link",
      { [settings]: relations({ type: "attachedTemplate", target: "https://x.nl/hyperlink", isExternal: true }) },
    ],
    [
      "by a kind that only ends like that of a link",
      { [settings]: relations({ type: "x:/hyperlink", target: "https://x.nl/a", isExternal: true }) },
    ],
    [
      "by a relation with a prefix",
      {
        [settings]: `<p:Relationships xmlns:p="${packageRelations}"><p:Relationship Id="r" Type="${template}" Target="https://x.nl/a" TargetMode="External"/></p:Relationships>`,
      },
    ],
    [
      "by a relation with a bracket in it",
      {
        [settings]: oneRelation(
          `<Relationship Id=">" Type="${template}" Target="https://x.nl/a" TargetMode="External"/>`,
        ),
      },
    ],
    [
      "by a relation in disguise",
      {
        [settings]: oneRelation(
          `<Relationship Id="r" Type="x:/image" Target="https://x.nl/a" TargetMode="Exter&#110;al"/>`,
        ),
      },
    ],
    [
      "by relations under a name in capitals",
      {
        "word/_rels/settings.xml.RELS": relations({ type: "image", target: "https://x.nl/a", isExternal: true }),
      },
    ],
    [
      "by a picture that is fetched through a link",
      {
        "word/document.xml": inWord(
          '<a:blip xmlns:a="x:a" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="r1"/>',
        ),
      },
    ],
    ["by a template of which the relation does not say so", { "word/settings.xml": inWord("<w:attachedTemplate/>") }],
    ["by words that another file holds", { "word/document.xml": inWord("<w:altChunk/>") }],
    ["by a relation to such a file", { [settings]: relations({ type: "aFChunk", target: "a.htm" }) }],
    ["by a picture in a field", { "word/header1.xml": field(' INCLUDEPICTURE "https://x.nl/a.png" ') }],
    ["by a text in a field that is cut into pieces", { "word/document.xml": field(" INCL", "UDETEXT a") }],
    ["by a program in a field that is cut into pieces", { "word/document.xml": field("DD", "EAU", "TO c:\\\\cmd") }],
    [
      "by a program in a field around another one",
      {
        "word/document.xml": inWord(
          '<w:fldChar w:fldCharType="begin"/><w:instrText>DD</w:instrText><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="end"/><w:instrText>E cmd</w:instrText><w:fldChar w:fldCharType="end"/>',
        ),
      },
    ],
    ["by a program in a short field", { "word/document.xml": inWord('<w:fldSimple w:instr=" &#68;DE cmd"/>') }],
    ["by a field in words that are not to be read", { "word/a.xml": field("<![CDATA[DDE]]> cmd") }],
    ["by a program behind the beginning of a comment", { "word/a.xml": inWord("<!--> --><w:altChunk/><!-- -->") }],
    ["by a part under the name of another kind", { "word/x.dat": field("DDE cmd") }],
    ["by another file under another name", { "word/x.dat": office }],
  ])("%s", async (_, parts) => {
    expect(await outcomeOf("brief.docx", await aDocument(parts))).toBe("office-acts");
  });

  test("by a part in two bytes a sign, whatever it is called", async () => {
    const bytes = Buffer.from(`\ufeff${field("DDE cmd")}`, "utf16le");
    expect(await outcomeOf("brief.docx", await aDocument({ "word/x.dat": bytes }))).toBe("file-broken");
  });
});

describe("XML that would take all memory to read is refused", () => {
  test.each([
    ["elements in elements", "<a>".repeat(2_000_000)],
    [
      "an element of which everything is said",
      `<a ${Array.from({ length: 20_000 }, (_, at) => `a${at}=""`).join(" ")}/>`,
    ],
  ])("%s", async (_, xml) => {
    // With words that cannot be packed, so that only this is too much.
    const parts = { "word/a.xml": Buffer.concat([Buffer.from(xml), randomBytes(100_000)]) };
    expect(await outcomeOf("brief.docx", await aDocument(parts))).toBe("file-bomb");
  });
});

describe("a sheet that reaches out is refused", () => {
  test.each<[string, Parts]>([
    ["by a list of connections", { "xl/connections.xml": inExcel("", "connections") }],
    ["by connections under another name", { "xl/x.dat": inExcel("", "connections") }],
    ["by a question to elsewhere", { "xl/queryTables/queryTable1.xml": inExcel("", "queryTable") }],
    ["by such a question under another name", { "xl/x.xml": inExcel("", "queryTable") }],
    ["by a relation to connections", { "xl/_rels/x.xml.rels": relations({ type: "connections", target: "x.dat" }) }],
    ["by a formula that asks the web", { "xl/x.xml": inExcel('<c><f>_xlfn.WEBSERVICE("https://x.nl")</f></c>') }],
    ["by such a formula in disguise", { "xl/x.xml": inExcel('<c><f>1+W&#69;BSER<![CDATA[VICE]]> ("x")</f></c>') }],
    ["by the formula of a name", { "xl/x.xml": inExcel("<definedName>cmd|'/c calc'!A0</definedName>") }],
    ["by a formula under a prefix", { "xl/x.xml": '<x:worksheet xmlns:x="x:x"><x:f>cmd|a!A0</x:f></x:worksheet>' }],
  ])("%s", async (_, parts) => {
    expect(await outcomeOf("uren.xlsx", await aSheet(parts))).toBe("office-acts");
  });
});

describe("the part with which a program begins", () => {
  const begins = (...targets: readonly string[]) =>
    aDocument({
      "_rels/.rels": relations(...targets.map((target) => ({ type: "officeDocument", target }))),
      "word/x.dat": inWord(""),
    });

  test.each([
    ["none"],
    ["another one than is looked at and shown", "word/x.dat"],
    ["one of two", "word/document.xml", "word/x.dat"],
    ["one that is not there", "word/document2.xml"],
  ])("may not be %s", async (_, ...targets) => {
    expect(await outcomeOf("brief.docx", await begins(...targets))).toBe("file-not-as-named");
  });

  test.each(["word/document.xml", "/word/document.xml", "./word/document.xml", "/Word/Document.xml"])(
    "may be %s",
    async (target) => {
      expect(await outcomeOf("brief.docx", await begins(target))).toBe("docx");
    },
  );

  test("may be told of in the strict way", async () => {
    const main = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument";
    const link = "http://purl.oclc.org/ooxml/officeDocument/relationships/hyperlink";
    const parts = {
      "_rels/.rels": relations({ type: main, target: "word/document.xml" }),
      "word/_rels/document.xml.rels": relations({ type: link, target: "https://x.nl", isExternal: true }),
    };
    expect(await outcomeOf("brief.docx", await aDocument(parts))).toBe("docx");
  });
});

describe("an ordinary office file is accepted", () => {
  test("with an old drawing that is not quite XML", async () => {
    const drawing = { "xl/drawings/vmlDrawing1.vml": '<xml xmlns:v="urn:v"><v:textbox>a<br>b</v:textbox></xml>' };
    expect(await outcomeOf("uren.xlsx", await aSheet(drawing))).toBe("xlsx");
  });

  test("with words in a formula that are only words", async () => {
    const formula = inExcel('<c><f>IF(A1=1,"WEBSERVICE(x) | y!","geen IMAGE")</f></c>');
    expect(await outcomeOf("uren.xlsx", await aSheet({ "xl/worksheets/sheet2.xml": formula }))).toBe("xlsx");
  });

  test("with fields that number pages and a link to click", async () => {
    const words = field(" PAGE ", ' HYPERLINK "https://x.nl/link/include" ');
    expect(await outcomeOf("brief.docx", await aDocument({ "word/footer1.xml": words }))).toBe("docx");
  });
});

test("a package that lies about the size of what is in it is measured while it is unpacked", async () => {
  const bytes = await aDocument({ "word/media/a.xml": Buffer.alloc(20_000_000) });
  const place = bytes.lastIndexOf(Buffer.from("word/media/a.xml"));
  bytes.writeUInt32LE(10, place - 46 + 24);
  expect(await outcomeOf("brief.docx", bytes)).toBe("file-bomb");
});

describe("a photo", () => {
  const photo = async () => inspect("foto.jpg", await aPhoto({ hasPlace: true }));

  test("that names a place is kept without it", async () => {
    const result = await photo();
    if (!result.ok) throw new Error("the photo was refused");
    expect((await sharp(await aPhoto({ hasPlace: true })).metadata()).exif).toBeDefined();
    expect((await sharp(result.value.bytes).metadata()).exif).toBeUndefined();
  });

  test("in the colours of print is kept in those of a screen", async () => {
    const print = await sharp(await aPhoto())
      .toColourspace("cmyk")
      .jpeg()
      .toBuffer();
    const result = await inspect("foto.jpg", print);
    expect(result.ok && (await sharp(result.value.bytes).metadata()).space).toBe("srgb");
  });
});

test("text is kept in the one coding as which it is served", async () => {
  const result = await inspect("brief.txt", Buffer.from("Ren\xe9", "latin1"));
  expect(result.ok && result.value.bytes.toString("utf8")).toBe("René");
});

test("a sign that no text has is found wherever it stands, and no sign that a text may have is", async () => {
  for (let place = 0; place < 9; place += 1) {
    for (let sign = 0; sign < 128; sign += 1) {
      const bytes = Buffer.alloc(9, " ");
      bytes[place] = sign;
      const isPlain = sign === 127 ? false : sign >= 32 || (sign >= 9 && sign <= 13);
      expect([place, sign, (await inspect("lijst.txt", bytes)).ok]).toEqual([place, sign, isPlain]);
    }
  }
});
