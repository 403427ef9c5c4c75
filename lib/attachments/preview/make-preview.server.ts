import "server-only";
import { parse } from "csv-parse/sync";
import { readSheet } from "read-excel-file/node";
import sharp, { type Sharp } from "sharp";
import type { FormatCode } from "../formats";
import { limits } from "../limits";
import { documentText } from "./document-text";
import { drawPages } from "./draw-pages.server";
import { type Preview, type PreviewImage, pagesAtOnce } from "./preview";

const lettersMax = 50_000;
const rowsMax = 200;
const columnsMax = 12;
const imageWidth = 1_200;

type Make = (bytes: Buffer, page: number) => Promise<Preview>;

const makers: { readonly [F in FormatCode]: Make } = {
  pdf: pagesOf,
  jpg: imageOf,
  png: imageOf,
  docx: async (bytes) => textOf(await documentText(bytes)),
  xlsx: async (bytes) => tableOf(await readSheet(bytes)),
  csv: async (bytes) => tableOf(readCsv(bytes.toString("utf8"))),
  txt: async (bytes) => textOf(bytes.toString("utf8")),
};

/** A paper made anew for looking at it; one that cannot be read is not shown. */
export async function makePreview(format: FormatCode, bytes: Buffer, page: number): Promise<Preview> {
  try {
    return await makers[format](bytes, page);
  } catch (error) {
    // Of a file that people sent, whatever a reader of files trips over is the file's fault.
    if (error instanceof Error) return { kind: "none" };
    throw error;
  }
}

async function pagesOf(bytes: Buffer, page: number): Promise<Preview> {
  const drawn = await drawPages({ bytes: Uint8Array.from(bytes), from: page - 1, count: pagesAtOnce });
  if (drawn === null || drawn.pages.length === 0) return { kind: "none" };
  const images = await Promise.all(
    drawn.pages.map(({ width, height, pixels, text }) =>
      asImage(sharp(pixels, { raw: { width, height, channels: 4 } }).flatten({ background: "#fff" }), text),
    ),
  );
  return { kind: "images", images, from: page, pageCount: drawn.pageCount };
}

async function imageOf(bytes: Buffer): Promise<Preview> {
  const drawn = sharp(bytes, { limitInputPixels: limits.pixels, sequentialRead: true })
    .rotate()
    .resize({ width: imageWidth, height: imageWidth * 2, fit: "inside", withoutEnlargement: true });
  return { kind: "images", images: [await asImage(drawn, "")], from: 1, pageCount: 1 };
}

async function asImage(drawn: Sharp, text: string): Promise<PreviewImage> {
  const { data, info } = await drawn.webp({ quality: 80 }).toBuffer({ resolveWithObject: true });
  const source = `data:image/webp;base64,${data.toString("base64")}`;
  return { source, width: info.width, height: info.height, text };
}

function textOf(text: string): Preview {
  return { kind: "text", text: text.slice(0, lettersMax), isCut: text.length > lettersMax };
}

function tableOf(rows: readonly (readonly unknown[])[]): Preview {
  const isCut = rows.length > rowsMax || rows.some((row) => row.length > columnsMax);
  const shown = rows.slice(0, rowsMax).map((row) => row.slice(0, columnsMax).map(cellText));
  return { kind: "table", rows: shown, isCut };
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value).slice(0, 500);
}

function readCsv(text: string): readonly (readonly string[])[] {
  return parse(text, {
    bom: true,
    delimiter: [";", ",", "\t"],
    relaxColumnCount: true,
    relaxQuotes: true,
    skipEmptyLines: true,
    to: rowsMax + 1,
  });
}
