import "server-only";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Busboy, type BusboyFileStream, type BusboyHeaders } from "@fastify/busboy";

/** A file of a form, with the fields that stood before it. It is read while it arrives. */
export interface FormFile {
  /** Empty: the field for files was left empty. */
  readonly name: string;
  readonly fields: ReadonlyMap<string, string>;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** When the whole form is read: the fields that came after a file, too late to say anything about it. Else refused. */
  readonly late: Promise<ReadonlySet<string>>;
}

/** Thrown when the body is no form with files, breaks off, or goes on beyond what may come. */
export class FormBroken extends Error {
  override readonly name = "FormBroken";
  readonly code: "upload-cut" | "file-too-large" | "field-after-file";

  constructor(
    message: string,
    { code = "upload-cut", ...options }: ErrorOptions & Partial<Pick<FormBroken, "code">> = {},
  ) {
    super(message, options);
    this.code = code;
  }
}

/** What a form may bring. */
interface Room {
  readonly files: number;
  readonly bytesPerFile: number;
}

/** Headers and fields around the files. */
const frameBytes = 64 * 1024;

const fieldLimits = { fieldNameSize: 100, fieldSize: 500, fields: 20, headerPairs: 20 };

/**
 * Takes the files of a form one after the other, each while it arrives: no more of it is in memory than what is on its
 * way. A sender who breaks off ends the reading of his file with an error.
 */
export async function takeFiles<Value>(
  request: Request,
  room: Room,
  take: (file: FormFile) => Promise<Value>,
): Promise<readonly Value[]> {
  const bytesMost = room.files * room.bytesPerFile + frameBytes;
  if (Number(request.headers.get("content-length") ?? 0) > bytesMost) throw tooLarge();
  const form = openForm(request.headers, room.files);
  const fields = new Map<string, string>();
  const taken: Promise<Value>[] = [];
  const streams: Readable[] = [];
  const late = new Set<string>();
  const ended = Promise.withResolvers<ReadonlySet<string>>();
  // Whoever does not ask what came late does not hear that the form broke off here.
  ended.promise.catch(() => undefined);
  form.on("field", (name: string, value: string) => {
    if (streams.length > 0) late.add(name);
    fields.set(name, value);
  });
  form.on("file", (_field: string, stream: BusboyFileStream, name: string | undefined) => {
    streams.push(stream);
    taken.push(
      takeOne({ name: name ?? "", fields: new Map(fields), bytes: stream, late: ended.promise }, stream, take),
    );
  });
  const [arrived] = await Promise.allSettled([arrive(request, form, bytesMost)]);
  if (arrived.status === "rejected") {
    ended.reject(brokenBy(arrived.reason));
    // A form that is destroyed leaves its files open, and whoever reads one would wait for ever.
    for (const stream of streams) stream.destroy(brokenBy(arrived.reason));
  } else ended.resolve(late);
  const outcomes = await Promise.allSettled(taken);
  // That the form broke off is why a file in it could not be read.
  if (arrived.status === "rejected") throw brokenBy(arrived.reason);
  return outcomes.map(settled);
}

function brokenBy(reason: unknown): FormBroken {
  return reason instanceof FormBroken ? reason : new FormBroken("the form broke off", { cause: reason });
}

function settled<Value>(outcome: PromiseSettledResult<Value>): Value {
  if (outcome.status === "rejected") throw outcome.reason;
  return outcome.value;
}

function tooLarge(): FormBroken {
  return new FormBroken("more came than may", { code: "file-too-large" });
}

function openForm(headers: Headers, most: number) {
  const type = headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\s*;/i.test(type)) throw new FormBroken("no form with files");
  const known: BusboyHeaders = { "content-type": type };
  return new Busboy({ headers: known, limits: { ...fieldLimits, files: most } });
}

async function arrive({ body }: Request, form: ReturnType<typeof openForm>, bytesMost: number): Promise<void> {
  if (body === null) throw new FormBroken("no form with files");
  return pipeline(upTo(body, bytesMost), form);
}

/** A sender need not say how much comes, and what nobody reads is let go: only counting ends it. */
async function* upTo(body: ReadableStream<Uint8Array>, bytesMost: number): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const chunk of body) {
    length += chunk.byteLength;
    if (length > bytesMost) throw tooLarge();
    yield chunk;
  }
}

/** Whoever stops reading before the end leaves the rest to be passed by, so that the next part is reached. */
async function takeOne<Value>(file: FormFile, stream: Readable, take: (file: FormFile) => Promise<Value>) {
  stream.on("error", () => undefined);
  try {
    return await take({ ...file, bytes: keptOpen(stream) });
  } finally {
    stream.resume();
  }
}

/** Leaving a loop over a stream would destroy it, and with it the form. */
function keptOpen(stream: Readable): AsyncIterable<Uint8Array> {
  return { [Symbol.asyncIterator]: () => stream.iterator({ destroyOnReturn: false }) };
}

/** All of a small file. */
export async function wholeOf(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces);
}
