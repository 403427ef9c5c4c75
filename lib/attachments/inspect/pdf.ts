import { inflateSync } from "node:zlib";
import { fail, ok, type Result } from "@/lib/shared/result";
import { limits } from "../limits";

/** What makes a PDF do something, go somewhere or carry something else. */
const acts =
  /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia|XFA|GoToE|ImportData|SubmitForm|Rendition|Movie)(?![A-Za-z0-9])/;
const locked = /\/Encrypt(?![A-Za-z0-9])/;

/** Before a reader looks at what comes behind, and where it looks for the end. */
const tail = 1024;
const dictionaryMax = 4096;
/** More than any paper has; each is looked at. */
const streamsMax = 50_000;

/**
 * A PDF that is only to be read. Names may be written in disguise (`/J#61vaScript`) and objects may lie packed in a
 * stream; both are looked through. What cannot be looked through is not taken.
 */
export function inspectPdf(bytes: Buffer): Result<Buffer> {
  const text = bytes.toString("latin1");
  if (!/^%PDF-[12]\.\d/.test(text) || !text.slice(-tail).includes("%%EOF")) return fail({ code: "file-broken" });
  // A package behind the last page: two files in one.
  if (text.slice(-70_000).includes("PK\u0005\u0006")) return fail({ code: "file-not-as-named" });
  const plain = undisguised(text);
  if (locked.test(plain)) return fail({ code: "file-locked" });
  if (acts.test(plain)) return fail({ code: "pdf-acts" });
  const packed = packedObjects(bytes, text);
  if (packed === null) return fail({ code: "file-broken" });
  if (packed.some((objects) => locked.test(objects))) return fail({ code: "file-locked" });
  return packed.some((objects) => acts.test(objects)) ? fail({ code: "pdf-acts" }) : ok(bytes);
}

function undisguised(text: string): string {
  return text.replaceAll(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** The objects that lie in streams, unpacked; null when one of them cannot be unpacked within reason. */
function packedObjects(bytes: Buffer, text: string): readonly string[] | null {
  const found: string[] = [];
  let room: number = limits.packed.bytes;
  let streams = 0;
  for (const { index } of text.matchAll(/(?<!end)stream\r?\n/g)) {
    streams += 1;
    if (streams > streamsMax) return null;
    const dictionary = dictionaryBefore(text, index);
    if (!/\/ObjStm(?![A-Za-z0-9])/.test(dictionary)) continue;
    const start = index + (text[index + 6] === "\r" ? 8 : 7);
    const objects = unpack(bytes.subarray(start, endOfStream(text, start)), dictionary, room);
    if (objects === null) return null;
    room -= objects.length;
    found.push(undisguised(objects));
  }
  return found;
}

function dictionaryBefore(text: string, index: number): string {
  const before = text.slice(Math.max(0, index - dictionaryMax), index);
  return undisguised(before.slice(Math.max(0, before.lastIndexOf(" obj"))));
}

function endOfStream(text: string, start: number): number {
  const end = text.indexOf("endstream", start);
  return end === -1 ? text.length : end;
}

function unpack(packed: Buffer, dictionary: string, room: number): string | null {
  if (!dictionary.includes("/Filter")) return packed.toString("latin1");
  const isFlateOnly = /\/Filter\s*\[?\s*\/(FlateDecode|Fl)\s*\]?\s*(\/|>>)/.test(dictionary);
  if (!isFlateOnly || /\/Predictor\s+([2-9]|1\d)/.test(dictionary)) return null;
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, room) }).toString("latin1");
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}
