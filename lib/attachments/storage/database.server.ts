import "server-only";
import { bytesOf, bytesSql } from "@/lib/db/bytes.server";
import { Prisma } from "@/lib/db/generated/client";
import { ask } from "@/lib/db/statement.server";
import { ObjectMissing, type ObjectStore } from "./store";

const pieceBytes = 512 * 1024;

/** Papers in the database itself: one backup holds everything. */
export const databaseStore: ObjectStore = { put, get, join, remove };

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
  let coming = read(key, 0);
  for (let position = 1; ; position += 1) {
    const [row] = await coming;
    if (row === undefined && position === 1) throw new ObjectMissing(key);
    if (row === undefined) return;
    // The next piece comes while this one is worked on.
    coming = read(key, position);
    coming.catch(() => undefined);
    yield bytesOf(row.text);
  }
}

function read(key: string, position: number): Promise<readonly { text: string }[]> {
  return ask(
    Prisma.sql`SELECT ${bytesSql(Prisma.sql`bytes`)} AS text FROM attachment_pieces
      WHERE object_key = ${key}::uuid AND position = ${position}`,
  );
}

/** Only the names of the rows change: the bytes stay where they lie. */
async function join(keys: readonly string[], into: string): Promise<void> {
  const moved = await ask(Prisma.sql`
    WITH given AS (SELECT * FROM unnest(${[...keys]}::uuid[]) WITH ORDINALITY AS k (key, place)),
    pieces AS (SELECT p.object_key, p.position, row_number() OVER (ORDER BY k.place, p.position) - 1 AS next
      FROM attachment_pieces p JOIN given k ON k.key = p.object_key)
    UPDATE attachment_pieces p SET object_key = ${into}::uuid, position = pieces.next
      FROM pieces WHERE p.object_key = pieces.object_key AND p.position = pieces.position
        AND (SELECT count(DISTINCT object_key) FROM pieces) = ${keys.length}
      RETURNING p.position`);
  if (moved.length === 0) throw new ObjectMissing(into);
}

async function remove(key: string): Promise<void> {
  await ask(Prisma.sql`DELETE FROM attachment_pieces WHERE object_key = ${key}::uuid`);
}

/** There is always a first piece, so that what is stored is never the same as what is missing. */
async function* inPieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  let isFirst = true;
  for await (const chunk of bytes) {
    waiting.push(chunk);
    length += chunk.byteLength;
    if (length < pieceBytes) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    length = 0;
    isFirst = false;
  }
  if (isFirst || length > 0) yield Buffer.concat(waiting);
}
