import { fail, ok, type Result } from "@/lib/shared/result";

/** Signs that no text has: a program, an image or a package under another name. */
const binarySign = /(?![\t\n\v\f\r])\p{Cc}|\ufffd/u;

/** Text of any of the codings that office programs write. Kept as UTF-8, as which it is served. */
export function inspectText(bytes: Buffer): Result<Buffer> {
  const text = decodeText(bytes);
  if (text === null || binarySign.test(text)) return fail({ code: "file-not-as-named" });
  return ok(Buffer.from(text, "utf8"));
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
