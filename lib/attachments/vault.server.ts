import "server-only";
import { createHash } from "node:crypto";
import { prisma } from "@/lib/db/client.server";
import { openText, sealText } from "@/lib/db/seal.server";
import type { Now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { newFileKey, openPieces, sealPieces } from "./file-cipher";
import { openStore } from "./storage/open-store.server";

/** A file in the store, and how it is found and opened again. */
export interface StoredFile {
  readonly objectKey: string;
  readonly fileKeySealed: string;
  readonly byteCount: number;
  readonly sha256: string;
}

type Bytes = AsyncIterable<Uint8Array>;

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

/** The file as it was put away; throws when it is gone or was touched. */
export async function* takeOut({
  objectKey,
  fileKeySealed,
}: Pick<StoredFile, "objectKey" | "fileKeySealed">): AsyncGenerator<Buffer> {
  const store = await openStore();
  yield* openPieces(store.get(objectKey), Buffer.from(openText(fileKeySealed), "base64"));
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
