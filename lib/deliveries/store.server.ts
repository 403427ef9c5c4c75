import "server-only";
import { createHash } from "node:crypto";
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
  { deliveryId, name, title, mediaType }: FileFacts,
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ readonly size: number; readonly sha256: string }> {
  await prisma.deliveryFile.create({ data: { deliveryId, name, title, mediaType, size: 0, sha256: "" } });
  const hash = createHash("sha256");
  let [size, sequence] = [0, 0];
  for await (const part of inParts(bytes)) {
    hash.update(part);
    size += part.length;
    await prisma.deliveryFilePart.create({
      data: { deliveryId, name, sequence, sealed: new Uint8Array(sealBytes(part)) },
    });
    sequence += 1;
  }
  const sha256 = hash.digest("hex");
  await prisma.deliveryFile.update({ where: { deliveryId_name: { deliveryId, name } }, data: { size, sha256 } });
  return { size, sha256 };
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
export function readFile(deliveryId: string, name: string): AsyncGenerator<Buffer> {
  return readAhead(partsOf(deliveryId, name));
}

async function* partsOf(deliveryId: string, name: string): AsyncGenerator<Buffer> {
  for (let sequence = 0; ; sequence += 1) {
    const [part] = await ask<{ sealed: Buffer }>(Prisma.sql`SELECT sealed FROM delivery_file_parts
      WHERE delivery_id = ${deliveryId}::uuid AND name = ${name} AND sequence = ${sequence}`);
    if (part === undefined) return;
    yield openBytes(part.sealed);
  }
}

/** Files of an attempt that did not come to its end. */
export async function dropFiles(deliveryId: string): Promise<void> {
  await prisma.deliveryFile.deleteMany({ where: { deliveryId } });
}
