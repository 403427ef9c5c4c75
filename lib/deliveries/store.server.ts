import "server-only";
import { createHash } from "node:crypto";
import { bytesOf, bytesSql } from "@/lib/db/bytes.server";
import { prisma } from "@/lib/db/client.server";
import { Prisma } from "@/lib/db/generated/client";
import { openBytes, sealBytes } from "@/lib/db/seal.server";
import { ask } from "@/lib/db/statement.server";
import { readAhead } from "@/lib/shared/read-ahead";

const partBytes = 256 * 1024;

interface FileFacts {
  readonly deliveryId: string;
  readonly name: string;
  readonly title: string;
  readonly mediaType: string;
}

/** Keeps a file, sealed and in parts, so that neither memory nor the database sees it whole. */
export async function keepFile(
  file: FileFacts,
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ readonly size: number; readonly sha256: string }> {
  const hash = createHash("sha256");
  let [size, sequence] = [0, 0];
  // A part waits for the one after it: the last one is written with what the whole file comes to.
  let waiting: Buffer = Buffer.alloc(0);
  for await (const part of inParts(bytes)) {
    if (sequence > 0) await keepPart(file, { size, sha256: "" }, { sequence: sequence - 1, part: waiting });
    hash.update(part);
    size += part.length;
    sequence += 1;
    waiting = part;
  }
  const kept = { size, sha256: hash.digest("hex") };
  await keepPart(file, kept, { sequence: Math.max(0, sequence - 1), part: waiting });
  return kept;
}

/** A part, with the file as far as it is known, in one trip. A file that was thrown away meanwhile gets no more parts. */
async function keepPart(
  { deliveryId, name, title, mediaType }: FileFacts,
  { size, sha256 }: { readonly size: number; readonly sha256: string },
  { sequence, part }: { readonly sequence: number; readonly part: Buffer },
): Promise<void> {
  const file =
    sequence === 0
      ? Prisma.sql`INSERT INTO delivery_files (delivery_id, name, title, media_type, size, sha256)
          VALUES (${deliveryId}::uuid, ${name}, ${title}, ${mediaType}, ${size}, ${sha256}) RETURNING delivery_id, name`
      : Prisma.sql`UPDATE delivery_files SET size = ${size}, sha256 = ${sha256}
          WHERE delivery_id = ${deliveryId}::uuid AND name = ${name} RETURNING delivery_id, name`;
  await ask(Prisma.sql`WITH file AS (${file}) INSERT INTO delivery_file_parts (delivery_id, name, sequence, sealed)
    SELECT delivery_id, name, ${sequence}::int, ${sealBytes(part)}::bytea FROM file`);
}

async function* inParts(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytes) {
    waiting.push(piece);
    length += piece.length;
    if (length < partBytes) continue;
    const whole = Buffer.concat(waiting);
    let at = 0;
    for (; whole.length - at >= partBytes; at += partBytes) yield whole.subarray(at, at + partBytes);
    waiting = [whole.subarray(at)];
    length = whole.length - at;
  }
  if (length > 0) yield Buffer.concat(waiting);
}

/** The bytes of a file as they were kept, a part at a time. */
export async function* readFile(deliveryId: string, name: string): AsyncGenerator<Buffer> {
  const parts = partsOf(deliveryId, Prisma.sql`AND name = ${name}`);
  for await (const part of readAhead(parts)) yield openPart(part);
}

/**
 * Hands out the files of a delivery one after the other, in the order of their names: while one is packed the first part
 * of the next is on its way. Throws when a file is asked for out of turn, or has no parts.
 */
export function readFilesInTurn(deliveryId: string): (name: string) => AsyncGenerator<Buffer> {
  const parts = readAhead(partsOf(deliveryId));
  let next: ReturnType<typeof parts.next> | undefined;
  return async function* ofFile(name) {
    for (let count = 0; ; count += 1) {
      next ??= parts.next();
      const { done, value } = await next;
      if (done !== true && value.name === name) {
        next = undefined;
        yield openPart(value);
      } else if (count === 0) throw new Error("a file of a delivery has no parts in its turn");
      else return;
    }
  };
}

interface Part {
  readonly name: string;
  readonly sequence: number;
  readonly sealedText: string;
}

function openPart({ sealedText }: Part): Buffer {
  return openBytes(bytesOf(sealedText));
}

/** In the order of the names of their files, and in that in which they were cut. */
async function* partsOf(deliveryId: string, only = Prisma.empty): AsyncGenerator<Part> {
  const sealed = bytesSql(Prisma.sql`sealed`);
  for (let after = Prisma.empty; ; ) {
    const [part] = await ask<Part>(Prisma.sql`
      SELECT name, sequence, ${sealed} AS "sealedText" FROM delivery_file_parts
      WHERE delivery_id = ${deliveryId}::uuid ${only} ${after} ORDER BY name, sequence LIMIT 1`);
    if (part === undefined) return;
    after = Prisma.sql`AND (name, sequence) > (${part.name}, ${part.sequence}::int)`;
    yield part;
  }
}

/** Files of an attempt that did not come to its end. */
export async function dropFiles(deliveryId: string): Promise<void> {
  await prisma.deliveryFile.deleteMany({ where: { deliveryId } });
}
