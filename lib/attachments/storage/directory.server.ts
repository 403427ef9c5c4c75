import "server-only";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { joinByCopying, ObjectMissing, type ObjectStore } from "./store";

const bufferedBytes = 256 * 1024;

/** Papers as files in a directory outside the web root; several processes may share it. */
export function directoryStore(root: string): ObjectStore {
  const placeOf = (key: string) => path.join(root, key.slice(-2), key);
  const own = {
    put: (key: string, bytes: AsyncIterable<Uint8Array>) => put(placeOf(key), bytes),
    get: (key: string) => get(placeOf(key), key),
    remove: (key: string) => remove(placeOf(key)),
  };
  return { ...own, join: (keys, into) => joinByCopying(own, keys, into) };
}

/** Under its own name only when all of it is on the disk. */
async function put(place: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
  const unfinished = unfinishedOf(place);
  try {
    // While some of it is being written the rest comes in; the stream writes until all of a piece is on the disk.
    const file = createWriteStream(unfinished, { mode: 0o600, flush: true, highWaterMark: bufferedBytes });
    await pipeline(bytes, file);
    await rename(unfinished, place);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** Also what a process left behind that was killed while it wrote. */
async function remove(place: string): Promise<void> {
  await Promise.all([place, unfinishedOf(place)].map((file) => rm(file, { force: true })));
}

function unfinishedOf(place: string): string {
  return `${place}.part`;
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
