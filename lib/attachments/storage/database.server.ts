import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import { ask } from "@/lib/db/statement.server";
import { ObjectMissing, type ObjectStore } from "./store";

const pieceBytes = 256 * 1024;

/** Papers in the database itself: one backup holds everything. */
export const databaseStore: ObjectStore = { put, get, remove };

async function put(key: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  let position = 0;
  try {
    for await (const piece of inPieces(bytes)) {
      await ask(Prisma.sql`INSERT INTO attachment_pieces VALUES (${key}::uuid, ${position}, ${piece})`);
      position += 1;
    }
  } catch (error) {
    await remove(key);
    throw error;
  }
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
