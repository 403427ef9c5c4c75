import "server-only";
import { createHash } from "node:crypto";
import { prisma } from "@/lib/db/client.server";
import { openText, sealText } from "@/lib/db/seal.server";
import type { Now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { newFileKey, openJoined, openPieces, sealPieces } from "./file-cipher";
import { partBytes } from "./parts";
import { openStore } from "./storage/open-store.server";

/** How a file in the store is found and opened again. */
export interface Sealed {
  readonly objectKey: string;
  /** Of a file that came in parts the length of a part, and the keys of all. */
  readonly fileKeySealed: string;
}

export interface StoredFile extends Sealed {
  readonly byteCount: number;
  readonly sha256: string;
}

type Bytes = AsyncIterable<Uint8Array>;

/** Not among the letters of base64. */
const keySeparator = ".";

/**
 * Brings bytes into the store, sealed with a key of their own, and counts them while they pass. They are an upload
 * until something claims them; what nobody claims, the sweep takes away.
 */
export async function putAway(bytes: Bytes, now: Now): Promise<StoredFile> {
  const objectKey = newId();
  await prisma.attachmentUpload.create({ data: { objectKey, startedAt: now.at } });
  const key = newFileKey();
  const seen = { byteCount: 0, hash: createHash("sha256") };
  try {
    await (await openStore()).put(objectKey, sealPieces(counted(bytes, seen), key));
  } catch (error) {
    await throwAwayIfPossible(objectKey);
    throw error;
  }
  return {
    objectKey,
    fileKeySealed: sealText(key.toString("base64")),
    byteCount: seen.byteCount,
    sha256: seen.hash.digest("hex"),
  };
}

async function* counted(bytes: Bytes, seen: { byteCount: number; readonly hash: ReturnType<typeof createHash> }) {
  for await (const chunk of bytes) {
    seen.byteCount += chunk.byteLength;
    seen.hash.update(chunk);
    yield chunk;
  }
}

/**
 * Makes one file of its parts, each put away by itself, without writing them anew. It is an upload until something
 * claims it; the parts are none any more.
 */
export async function joinParts(parts: readonly Sealed[], now: Now): Promise<Sealed> {
  const [objectKey, keys] = [newId(), parts.map((part) => part.objectKey)];
  await prisma.attachmentUpload.create({ data: { objectKey, startedAt: now.at } });
  try {
    await (await openStore()).join(keys, objectKey);
  } catch (error) {
    await throwAwayIfPossible(objectKey);
    throw error;
  }
  await prisma.attachmentPart.deleteMany({ where: { objectKey: { in: keys } } });
  await prisma.attachmentUpload.deleteMany({ where: { objectKey: { in: keys } } });
  const fileKeys = parts.map(({ fileKeySealed }) => openText(fileKeySealed));
  return { objectKey, fileKeySealed: sealText([partBytes, ...fileKeys].join(keySeparator)) };
}

/** The file as it was put away; throws when it is gone or was touched. */
export async function* takeOut({ objectKey, fileKeySealed }: Sealed): AsyncGenerator<Buffer> {
  const sealed = (await openStore()).get(objectKey);
  const [first = "", ...others] = openText(fileKeySealed).split(keySeparator);
  const keyOf = (text: string) => Buffer.from(text, "base64");
  if (others.length === 0) yield* openPieces(sealed, keyOf(first));
  else yield* openJoined(sealed, others.map(keyOf), Number(first));
}

/** After a failure, that must not be hidden by another one: what cannot be thrown away now, the sweep takes. */
export async function throwAwayIfPossible(objectKey: string): Promise<void> {
  await throwAway(objectKey).catch(() => undefined);
}

/** Takes bytes away that nobody claimed. */
export async function throwAway(objectKey: string): Promise<void> {
  await (await openStore()).remove(objectKey);
  await prisma.attachmentUpload.deleteMany({ where: { objectKey } });
}
