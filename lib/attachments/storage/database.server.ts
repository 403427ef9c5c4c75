import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import { ask } from "@/lib/db/statement.server";
import { ObjectMissing, type ObjectStore } from "./store";

const pieceBytes = 512 * 1024;

/** Papers in the database itself: one backup holds everything. */
export const databaseStore: ObjectStore = { put, get, remove };

async function put(key: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  let position = 0;
  let written: Promise<unknown> = Promise.resolve();
  try {
    for await (const piece of inPieces(bytes)) {
      await written;
      // The next piece comes in meanwhile.
      written = write(key, position, piece);
      written.catch(() => undefined);
      position += 1;
    }
    await written;
  } catch (error) {
    await written.catch(() => undefined);
    await remove(key);
    throw error;
  }
}

/**
 * Does not wait until the piece is on the disk: whatever claims the bytes is written behind it and does, so that a
 * claim never outlives them.
 */
function write(key: string, position: number, piece: Buffer): Promise<unknown> {
  return ask(Prisma.sql`INSERT INTO attachment_pieces
    SELECT ${key}::uuid, ${position}::int, ${piece}::bytea FROM set_config('synchronous_commit', 'off', true)`);
}

async function* get(key: string): AsyncGenerator<Uint8Array> {
  for (let position = 0; ; position += 1) {
    const [row] = await ask<{ bytes: Buffer }>(
      Prisma.sql`SELECT bytes FROM attachment_pieces WHERE object_key = ${key}::uuid AND position = ${position}`,
    );
    if (row === undefined && position === 0) throw new ObjectMissing(key);
    if (row === undefined) return;
    yield row.bytes;
  }
}

async function remove(key: string): Promise<void> {
  await ask(Prisma.sql`DELETE FROM attachment_pieces WHERE object_key = ${key}::uuid`);
}

/** There is always a first piece, so that what is stored is never the same as what is missing. */
async function* inPieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    waiting.push(chunk);
    length += chunk.byteLength;
    if (length < pieceBytes) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    length = 0;
  }
  yield Buffer.concat(waiting);
}
