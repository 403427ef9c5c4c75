import "server-only";
import { createWriteStream } from "node:fs";
import { link, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { to as copyTo } from "pg-copy-streams";
import type { z } from "zod";
import { settings } from "@/lib/config/env.server";
import { copyOf, migrationsOf, tablesOf } from "@/lib/db/backup/catalogue.server";
import { type BackupTable, type backupHeader, endOfRows, type lastLine } from "@/lib/db/backup/format";
import { type Connection, inBulk } from "@/lib/db/bulk.server";
import { lookupHash } from "@/lib/db/seal.server";

/** Says whether the lookup key is the same, without saying which one it is. */
export function lookupKeyCheck(): string {
  return lookupHash("attempt", "backup");
}

/**
 * Writes the whole desk as it is at this moment into a new file that only this user can read; answers how many tables.
 * The file has its name when it is whole.
 */
export async function writeBackup(file: string, now: Date): Promise<number> {
  const unfinished = `${file}.unfinished-${process.pid}`;
  try {
    const tables = await inBulk(settings().databaseUrl, "REPEATABLE READ", async (connection) => {
      const found = await tablesOf(connection);
      await pipeline(
        Readable.from(linesOf(connection, found, now)),
        createGzip({ level: 6 }),
        createWriteStream(unfinished, { flags: "wx", mode: 0o600, flush: true }),
      );
      return { keep: false, value: found.length };
    });
    // Unlike a rename, a link does not replace a file that came to be there meanwhile.
    await link(unfinished, file);
    return tables;
  } finally {
    await rm(unfinished, { force: true });
  }
}

async function* linesOf(connection: Connection, tables: readonly BackupTable[], now: Date): AsyncGenerator<Buffer> {
  yield line({
    format: "verzuimloket-backup",
    version: 1,
    madeAt: now.toISOString(),
    migrations: [...(await migrationsOf(connection))],
    encryptionKeyIds: settings().encryptionKeys.map(({ id }) => id),
    lookupKeyCheck: lookupKeyCheck(),
  } satisfies z.output<typeof backupHeader>);
  for (const table of tables) {
    yield line(table);
    yield* connection.query(copyTo(`COPY ${copyOf(table)} TO STDOUT`));
    yield endOfRows;
  }
  yield line({ end: true } satisfies z.output<typeof lastLine>);
}

function line(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value)}\n`);
}
