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
}

/** Thrown when the body is no form with files, or breaks off. */
export class FormBroken extends Error {
  override readonly name = "FormBroken";
}

const fieldLimits = { fieldNameSize: 100, fieldSize: 500, fields: 20, headerPairs: 20 };

/**
 * Takes the files of a form one after the other, each while it arrives: no more of it is in memory than what is on its
 * way. A sender who breaks off ends the reading of his file with an error.
 */
export async function takeFiles<Value>(
  request: Request,
  { most }: { readonly most: number },
  take: (file: FormFile) => Promise<Value>,
): Promise<readonly Value[]> {
  const form = openForm(request.headers, most);
  const fields = new Map<string, string>();
  const taken: Promise<Value>[] = [];
  form.on("field", (name: string, value: string) => fields.set(name, value));
  form.on("file", (_field: string, stream: BusboyFileStream, name: string | undefined) => {
    taken.push(takeOne({ name: name ?? "", fields: new Map(fields), bytes: stream }, stream, take));
  });
  const arrived = await Promise.allSettled([arrive(request, form)]);
  const values = await Promise.all(taken);
  if (arrived[0].status === "rejected") throw new FormBroken("the form broke off", { cause: arrived[0].reason });
  return values;
}

function openForm(headers: Headers, most: number) {
  const type = headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\s*;/i.test(type)) throw new FormBroken("no form with files");
  const known: BusboyHeaders = { "content-type": type };
  return new Busboy({ headers: known, limits: { ...fieldLimits, files: most } });
}

async function arrive(request: Request, form: ReturnType<typeof openForm>): Promise<void> {
  if (request.body === null) throw new FormBroken("no form with files");
  return pipeline(request.body, form);
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
