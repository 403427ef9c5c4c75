import "server-only";
import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import path from "node:path";
import { ObjectMissing, type ObjectStore } from "./store";

/** Papers as files in a directory outside the web root; several processes may share it. */
export function directoryStore(root: string): ObjectStore {
  const placeOf = (key: string) => path.join(root, key.slice(-2), key);
  return {
    put: (key, bytes) => put(placeOf(key), bytes),
    get: (key) => get(placeOf(key), key),
    remove: (key) => rm(placeOf(key), { force: true }),
  };
}

/** Under its own name only when all of it is on the disk. */
async function put(place: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
  const unfinished = `${place}.part`;
  try {
    const file = await open(unfinished, "w", 0o600);
    try {
      for await (const chunk of bytes) await file.write(chunk);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, place);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function* get(place: string, key: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(place);
  } catch (error) {
    throw isAbsent(error) ? new ObjectMissing(key, { cause: error }) : error;
  }
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
