import { randomBytes } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { ZipFile } from "yazl";

/** Papers as people send them, and as those who mean harm do; all of them made here. */

/** Plain text of so many signs, that no other file has. */
export function aText(length: number): Buffer {
  return Buffer.from(
    randomBytes(Math.ceil(length / 2))
      .toString("hex")
      .slice(0, length),
  );
}

export type Parts = Readonly<Record<string, string | Buffer>>;

export async function aPackage(parts: Parts): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts)) {
    zip.addBuffer(Buffer.from(content), name, { mtime: new Date("2026-04-23T08:00:00Z") });
  }
  zip.end();
  return buffer(zip.outputStream);
}

/** A package that lists this many parts, all of the same name: more than any program writes. */
export function aPackageOfMany(count: number): Buffer {
  const entry = Buffer.concat([Buffer.from("PK\u0001\u0002"), Buffer.alloc(42), Buffer.from("a")]);
  entry.writeUInt16LE(1, 28);
  const start = Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(26)]);
  const list = Buffer.alloc(entry.length * count, entry);
  const [end, pointer, oldEnd] = [Buffer.alloc(56), Buffer.alloc(20), Buffer.alloc(22, 0xff)];
  end.write("PK\u0006\u0006");
  end.writeBigUInt64LE(44n, 4);
  for (const [at, value] of [count, count, list.length, start.length].entries()) {
    end.writeBigUInt64LE(BigInt(value), 24 + at * 8);
  }
  pointer.write("PK\u0006\u0007");
  pointer.writeBigUInt64LE(BigInt(start.length + list.length), 8);
  pointer.writeUInt32LE(1, 16);
  oldEnd.write("PK\u0005\u0006");
  oldEnd.fill(0, 4, 8);
  oldEnd.writeUInt16LE(0, 20);
  return Buffer.concat([start, list, end, pointer, oldEnd]);
}

const types = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`;

const officeTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** What ties a part of an office file to another one, or to something elsewhere. */
export function relations(...each: readonly { type: string; target: string; isExternal?: boolean }[]): string {
  const list = each.map(({ type, target, isExternal }, at) => {
    const full = type.includes(":") ? type : `${officeTypes}/${type}`;
    const mode = isExternal === true ? ' TargetMode="External"' : "";
    return `<Relationship Id="r${at}" Type="${full}" Target="${target}"${mode}/>`;
  });
  const namespace = "http://schemas.openxmlformats.org/package/2006/relationships";
  return `<Relationships xmlns="${namespace}">${list.join("")}</Relationships>`;
}

/** A part of a Word document. */
export function inWord(xml: string, root = "document"): string {
  return `<w:${root} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${xml}</w:${root}>`;
}

/** A part of an Excel sheet. */
export function inExcel(xml: string, root = "worksheet"): string {
  return `<${root} xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${xml}</${root}>`;
}

export function aDocument(parts: Parts = {}): Promise<Buffer> {
  return aPackage({
    "[Content_Types].xml": types,
    "_rels/.rels": relations({ type: "officeDocument", target: "word/document.xml" }),
    "word/document.xml": inWord("<w:body><w:p><w:r><w:t>Sami was er niet.</w:t></w:r></w:p></w:body>"),
    ...parts,
  });
}

export function aSheet(parts: Parts = {}): Promise<Buffer> {
  return aPackage({
    "[Content_Types].xml": types,
    "_rels/.rels": relations({ type: "officeDocument", target: "xl/workbook.xml" }),
    "xl/workbook.xml": inExcel("", "workbook"),
    "xl/worksheets/sheet1.xml": inExcel("<sheetData><row><c><v>3</v></c></row></sheetData>"),
    ...parts,
  });
}

/** A PDF of one empty page, with more objects when they are given. */
export function aPdf(...objects: readonly string[]): Buffer {
  return pdfOf(objects.map((text) => Buffer.from(text, "latin1")));
}

/** A PDF in which these objects lie packed in a stream, as most programs write them. */
export function aPackedPdf(objects: string): Buffer {
  return aPdfWithStream(
    "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode",
    deflateSync(Buffer.from(objects, "latin1")),
  );
}

export function aPdfWithStream(dictionary: string, stream: Buffer): Buffer {
  const head = Buffer.from(`9 0 obj\n<< ${dictionary} /Length ${stream.length} >>\nstream\n`, "latin1");
  return pdfOf([Buffer.concat([head, stream, Buffer.from("\nendstream\nendobj\n")])]);
}

function pdfOf(objects: readonly Buffer[]): Buffer {
  const frame = `%PDF-1.7
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Kids [3 0 R] /Count 1 >>
endobj
3 0 obj
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>
endobj
`;
  const end = "trailer\n<< /Root 1 0 R /Size 4 >>\nstartxref\n0\n%%EOF\n";
  return Buffer.concat([Buffer.from(frame), ...objects, Buffer.from(end)]);
}

interface PhotoTraits {
  readonly format?: "jpeg" | "png";
  readonly side?: number;
  readonly hasPlace?: boolean;
}

/** A photo, with the place where it was taken when asked. */
export function aPhoto({ format = "jpeg", side = 40, hasPlace = false }: PhotoTraits = {}): Promise<Buffer> {
  const drawn = sharp({ create: { width: side, height: side, channels: 3, background: "#3366aa" } });
  const placed = hasPlace
    ? drawn.withExif({
        IFD0: { Make: "Telefoon" },
        IFD3: { GPSLatitudeRef: "N", GPSLatitude: "52/1 13/1 0/1", GPSLongitudeRef: "E", GPSLongitude: "6/1 53/1 0/1" },
      })
    : drawn;
  return placed.toFormat(format).toBuffer();
}

/** The test file of the makers of virus scanners; in two parts, so that no scanner trips over this source. */
export const eicar = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$${"EICAR-STANDARD-ANTIVIRUS"}-TEST-FILE!$H+H*`;

/** Bytes as they come over a line: a piece at a time. */
export async function* inChunks(bytes: Buffer, size = 64 * 1024): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
