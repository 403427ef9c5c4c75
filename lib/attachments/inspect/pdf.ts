import { constants, inflateSync, type ZlibOptions } from "node:zlib";
import { fail, ok, type Result } from "@/lib/shared/result";
import { limits } from "../limits";
import { undisguised } from "./pdf-names";
import { streamsOf } from "./pdf-streams";

/** What makes a PDF do something, go somewhere or carry something else. */
const acts =
  /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia|XFA|GoTo[ER]|ImportData|SubmitForm|Rendition|Movie)(?![A-Za-z0-9])/;
const locked = /\/Encrypt(?![A-Za-z0-9])/;
const objectStream = /\/ObjStm(?![A-Za-z0-9])/g;
/** Some readers do not ask for the type, but for where the first object begins. */
const holdsObjects = /\/(ObjStm|First)(?![A-Za-z0-9])/;
const flateOnly = /\/Filter\s*(\/(FlateDecode|Fl)|\[\s*\/(FlateDecode|Fl)\s*\])\s*(\/|>>)/;
const filter = /\/Filter(?![A-Za-z0-9])/g;
/** Bytes are counted from those before or above them, or it stands elsewhere whether they are. */
const predicted = /\/Predictor(?!\s+1\s*[/>])|\/(DecodeParms|DP)\s*[^\s<n]/;
/** Packed objects begin with their numbers. */
const beginsLikeObjects = /^[\s\0]*($|[%+\-.\d])/;

const none = Buffer.alloc(0);

/** Before a reader looks at what comes behind, and where it looks for the end. */
const tail = 1024;
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
  const plain = undisguised(bytes);
  const refusal = refusalOf(plain) ?? refusalOfPacked(bytes, text, countOf(objectStream, plain));
  return refusal === null ? ok(bytes) : fail({ code: refusal });
}

function refusalOf(objects: string): string | null {
  if (locked.test(objects)) return "file-locked";
  return acts.test(objects) ? "pdf-acts" : null;
}

function countOf(word: RegExp, text: string | null): number {
  return text?.match(word)?.length ?? 0;
}

/** Of all that lies in streams. Each mention of packed objects has to be one that was unpacked here. */
function refusalOfPacked(bytes: Buffer, text: string, mentioned: number): string | null {
  let room: number = limits.packed.bytes;
  let streams = 0;
  let unpacked = 0;
  for (const { start, end, dictionary } of streamsOf(text)) {
    streams += 1;
    const said = dictionary === null ? null : undisguised(Buffer.from(dictionary, "latin1"));
    const objects = objectsIn(bytes.subarray(start, end), said, room);
    if (objects === null || streams > streamsMax) return "file-broken";
    const refusal = refusalOf(undisguised(objects));
    if (refusal !== null) return refusal;
    room -= objects.length;
    unpacked += countOf(objectStream, said);
  }
  return unpacked === mentioned ? null : "file-broken";
}

/** The objects in a stream, nothing when it holds none; null when it cannot be unpacked within reason. */
function objectsIn(data: Buffer, dictionary: string | null, room: number): Buffer | null {
  if (dictionary === null) return objectsInUnknown(data, room);
  if (!holdsObjects.test(dictionary)) return none;
  const filters = countOf(filter, dictionary);
  // As it lies there it was looked through already.
  if (filters === 0) return none;
  const canUnpack = filters === 1 && flateOnly.test(dictionary) && !predicted.test(dictionary);
  return canUnpack ? inflated(data, { maxOutputLength: Math.max(1, room) }) : null;
}

/** Where no dictionary is certain, the bytes decide. A photo is none, and an image does not begin like objects. */
function objectsInUnknown(data: Buffer, room: number): Buffer | null {
  if (data[0] === 0xff && data[1] === 0xd8) return none;
  const head = inflated(data.subarray(0, 1024), { finishFlush: constants.Z_SYNC_FLUSH });
  if (head === null) return null;
  return beginsLikeObjects.test(head.toString("latin1"))
    ? inflated(data, { maxOutputLength: Math.max(1, room) })
    : none;
}

function inflated(data: Buffer, options: ZlibOptions): Buffer | null {
  try {
    return inflateSync(data, options);
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}
