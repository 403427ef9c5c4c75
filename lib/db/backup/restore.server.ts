import "server-only";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { from as copyFrom } from "pg-copy-streams";
import type { z } from "zod";
import { settings } from "@/lib/config/env.server";
import { copyOf, migrationsOf, tablesOf } from "@/lib/db/backup/catalogue.server";
import {
  BackupReader,
  type BackupTable,
  backupHeader,
  DamagedBackup,
  lastLine,
  tableLine,
} from "@/lib/db/backup/format";
import { lookupKeyCheck } from "@/lib/db/backup/write.server";
import { type Connection, inBulk } from "@/lib/db/bulk.server";
import type { Problem } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";

/** What a desk that was just made may hold: whether it is a demo, and counts of failed attempts. */
const mayHoldRows = new Set(["desk_settings", "attempts"]);

/** What else is done to a desk that was put back, before anybody can see it. */
export type AlongsideRestore = (connection: Connection) => Promise<void>;

/** Puts a backup back into an empty desk with the same tables and keys, as the owner, all of it or nothing. */
export async function restoreBackup(
  ownerUrl: string,
  file: string,
  alongside?: AlongsideRestore,
): Promise<Result<number>> {
  try {
    return await inBulk(ownerUrl, "REPEATABLE READ", async (connection) => {
      const reader = new BackupReader(unzipped(file));
      const problem = await reasonNotTo(connection, await readHeader(reader));
      if (problem !== null) return { keep: false, value: fail(problem) };
      const tables = await tablesOf(connection);
      for (const table of tables) await restoreTable(connection, reader, table);
      if (!lastLine.safeParse(await reader.line()).success) throw new DamagedBackup("the last line is missing");
      await sendAgain(connection);
      await alongside?.(connection);
      return { keep: true, value: ok(tables.length) };
    });
  } catch (error) {
    if (isDamage(error)) return fail({ code: "backup-damaged" });
    throw error;
  }
}

async function* unzipped(file: string): AsyncGenerator<Buffer> {
  const source = createReadStream(file);
  const gunzip = createGunzip();
  source.on("error", (error) => gunzip.destroy(error));
  yield* source.pipe(gunzip);
}

async function readHeader(reader: BackupReader): Promise<z.output<typeof backupHeader>> {
  const parsed = backupHeader.safeParse(await reader.line());
  if (!parsed.success) throw new DamagedBackup("this is no header of a backup");
  return parsed.data;
}

async function reasonNotTo(connection: Connection, header: z.output<typeof backupHeader>): Promise<Problem | null> {
  const keyIds = new Set(settings().encryptionKeys.map(({ id }) => id));
  const lacking = header.encryptionKeyIds.filter((id) => !keyIds.has(id));
  if (lacking.length > 0 || header.lookupKeyCheck !== lookupKeyCheck()) return { code: "backup-other-keys" };
  const migrations = await migrationsOf(connection);
  if (migrations.join() !== header.migrations.join()) {
    return { code: "backup-other-version", facts: { migration: header.migrations.at(-1) ?? "" } };
  }
  for (const { table } of await tablesOf(connection)) {
    if (!mayHoldRows.has(table) && (await hasRows(connection, table)))
      return { code: "desk-not-empty", facts: { table } };
  }
  return null;
}

async function hasRows(connection: Connection, table: string): Promise<boolean> {
  const { rowCount } = await connection.query(`SELECT FROM "${table}" LIMIT 1`);
  return rowCount !== 0;
}

async function restoreTable(connection: Connection, reader: BackupReader, table: BackupTable): Promise<void> {
  const parsed = tableLine.safeParse(await reader.line());
  if (!parsed.success || copyOf(parsed.data) !== copyOf(table)) throw new DamagedBackup("this is another table");
  if (mayHoldRows.has(table.table)) await connection.query(`DELETE FROM "${table.table}"`);
  await pipeline(reader.rows(), connection.query(copyFrom(`COPY ${copyOf(table)} FROM STDIN`)));
}

/** The queue of jobs is not in the backup: what was on its way then starts again (a mail keeps its message id). */
async function sendAgain(connection: Connection): Promise<void> {
  await connection.query(
    "UPDATE outbox_messages SET relayed_at = NULL WHERE done_at IS NULL AND failed_at IS NULL AND relayed_at IS NOT NULL",
  );
}

function isDamage(error: unknown): boolean {
  if (error instanceof DamagedBackup) return true;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return code.startsWith("Z_");
}
