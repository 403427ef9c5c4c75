import "server-only";
import { strFromU8, Unzip, UnzipInflate } from "fflate";
import { readSheet } from "read-excel-file/node";
import { checkedTable, readTable, sheetBytesMax, type Table, UnreadableSheet } from "./table";

/** Unpacked, so that a small file cannot become an endless one. */
const unpackedBytesMax = 20_000_000;
const partsMax = 1_000;

/** Reads the file of a school's package, whatever its name says it is. Throws UnreadableSheet with what can be done. */
export async function readSheetFile(bytes: Uint8Array): Promise<Table> {
  if (bytes.length === 0) throw new UnreadableSheet("sheet-empty");
  if (bytes.length > sheetBytesMax) throw new UnreadableSheet("sheet-too-large");
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new UnreadableSheet("sheet-old-excel");
  if (!startsWith(bytes, [0x50, 0x4b])) return readTable(textOf(bytes));
  checkParts(unpack(bytes));
  return checkedTable(await rowsOf(bytes));
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** UTF-8 and UTF-16 by their marks, else UTF-8 when it is that, else what Excel writes on a Dutch computer. */
function textOf(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder("utf-16le").decode(bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.includes(0)) throw new UnreadableSheet("sheet-kind");
  if (isOtherKind(bytes)) throw new UnreadableSheet("sheet-kind");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** How pictures, PDF and web pages begin, in the order of: png, jpg, gif, pdf, and signs of a page. */
const otherKinds: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x25, 0x50, 0x44, 0x46],
];

function isOtherKind(bytes: Uint8Array): boolean {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 200)).trimStart().toLowerCase();
  const isPage = ["<!doctype", "<html", "<?xml"].some((sign) => start.startsWith(sign));
  return isPage || otherKinds.some((signature) => startsWith(bytes, signature));
}

type Parts = ReadonlyMap<string, string>;

/** The parts that say something about the sheets. Counts while it unpacks: what the file says of its sizes may be false. */
function unpack(bytes: Uint8Array): Parts {
  const parts = new Map<string, string>();
  let unpacked = 0;
  let count = 0;
  const unzip = new Unzip((file) => {
    count += 1;
    if (count > partsMax) throw new UnreadableSheet("sheet-bomb");
    const pieces: string[] = [];
    file.ondata = (error, piece, isLast) => {
      if (error !== null) throw faultOf(error);
      unpacked += piece.length;
      if (unpacked > unpackedBytesMax) throw new UnreadableSheet("sheet-bomb");
      pieces.push(strFromU8(piece, true));
      if (isLast) parts.set(file.name.toLowerCase(), pieces.join(""));
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += 4_096)
      unzip.push(bytes.subarray(at, at + 4_096), at + 4_096 >= bytes.length);
  } catch (cause) {
    throw faultOf(cause);
  }
  return parts;
}

/** What was found here already stays what it is on its way through the unpacker. */
function faultOf(cause: unknown): UnreadableSheet {
  return cause instanceof UnreadableSheet ? cause : new UnreadableSheet("sheet-broken", { cause });
}

function checkParts(parts: Parts): void {
  const names = [...parts.keys()];
  if (names.some((name) => name.includes("encryptedpackage"))) throw new UnreadableSheet("sheet-locked");
  if (names.some((name) => name.endsWith("vbaproject.bin"))) throw new UnreadableSheet("sheet-macros");
  if (names.some((name) => name.includes("externallinks/"))) throw new UnreadableSheet("sheet-linked");
  if (names.some((name) => name.includes("..") || name.startsWith("/"))) throw new UnreadableSheet("sheet-broken");
  if ([...parts.values()].some((text) => /<!(DOCTYPE|ENTITY)/i.test(text))) throw new UnreadableSheet("sheet-broken");
  const sheets = names.filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name));
  if (sheets.length === 0) throw new UnreadableSheet("sheet-kind");
  for (const name of sheets) checkSheet(parts.get(name) ?? "");
}

/** What a reader of rows would pass over in silence. */
function checkSheet(xml: string): void {
  if (/<(?:row|col)\b[^<>]*\bhidden="(?:1|true)"/.test(xml)) throw new UnreadableSheet("sheet-hidden");
  if (/<f[ >/]/.test(xml)) throw new UnreadableSheet("sheet-formulas");
  if (/<mergeCell /.test(xml)) throw new UnreadableSheet("sheet-merged");
}

async function rowsOf(bytes: Uint8Array): Promise<string[][]> {
  try {
    const rows = await readSheet(Buffer.from(bytes));
    return rows.map((row) => row.map(cellText));
  } catch (cause) {
    throw new UnreadableSheet("sheet-broken", { cause });
  }
}

/** Days come as moments at midnight UTC. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === "string" || typeof cell === "number" || typeof cell === "boolean" ? String(cell) : "";
}
