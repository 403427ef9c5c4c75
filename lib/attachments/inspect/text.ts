import { isAscii, isUtf8 } from "node:buffer";
import { fail, ok, type Result } from "@/lib/shared/result";

/** Signs that no text has: a program, an image or a package under another name. */
const binarySign = /[[\p{Cc}\ufffd]--[\t\n\v\f\r]]/v;

/** Text of any of the codings that office programs write. Kept as UTF-8, as which it is served. */
export function inspectText(bytes: Buffer): Result<Buffer> {
  // Most lists are: nothing has to be decoded then.
  if (isAscii(bytes)) return isPlain(bytes) ? ok(bytes) : fail({ code: "file-not-as-named" });
  const text = decodeText(bytes);
  if (text === null || binarySign.test(text)) return fail({ code: "file-not-as-named" });
  // A mark at the beginning is left out.
  const isAsServed = isUtf8(bytes) && bytes[0] !== 0xef;
  return ok(isAsServed ? bytes : Buffer.from(text, "utf8"));
}

/**
 * Of signs of which none is beyond 127: the same question as that of `binarySign`, without a text to search. Asked of
 * four at a time, which takes half of the time: of a sign below a space the first sum has its highest bit set, of
 * 0x7f the second; which of them is allowed is asked one by one.
 */
function isPlain(bytes: Buffer): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  for (; at + 4 <= bytes.length; at += 4) {
    const four = view.getUint32(at);
    const isSuspect = (((four - 0x20202020) | (four + 0x01010101)) & 0x80808080) !== 0;
    if (isSuspect && !arePlain(bytes, at, at + 4)) return false;
  }
  return arePlain(bytes, at, bytes.length);
}

function arePlain(bytes: Buffer, from: number, until: number): boolean {
  for (let at = from; at < until; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x20 ? byte < 0x09 || byte > 0x0d : byte === 0x7f) return false;
  }
  return true;
}

/** Null: no text. */
export function decodeText(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, "utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, "utf-16be");
  return decode(bytes, "utf-8") ?? decode(bytes, "windows-1252");
}

function decode(bytes: Buffer, coding: string): string | null {
  try {
    return new TextDecoder(coding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
