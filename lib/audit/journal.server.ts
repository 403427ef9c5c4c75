import "server-only";
import { type FileHandle, mkdir, open, rm } from "node:fs/promises";
import path from "node:path";
import { lookupKeyCheck } from "@/lib/db/backup/write.server";
import { prisma } from "@/lib/db/client.server";
import type { Prisma } from "@/lib/db/generated/client";
import { settledBefore } from "@/lib/db/settled.server";
import { firstIdAt } from "@/lib/shared/ids";
import { erasureLine, journalHeader, parsed } from "./erasures";

/** Those who write journals of one desk do it one after the other. */
const lockNumber = 896;
const linesAtATime = 1_000;
/** Longer than any line. */
const lineBytes = 1_024;
const beforeAll = firstIdAt(new Date(0));

/** The journal beside the keys: what was erased after a backup must be known outside of what the backup replaces. */
export function journalIn(dataDirectory: string): string {
  return path.resolve(dataDirectory, "erasures.ndjson");
}

/**
 * Adds to this file what was erased since its last line; answers how many lines. What stands in it is never rewritten,
 * but for a line that broke off when a machine stopped.
 */
export async function copyErasures(file: string): Promise<number> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  return prisma.$transaction(async (client) => {
    await client.$executeRaw`SELECT pg_advisory_xact_lock(${lockNumber}::int)`;
    const moment = await momentOfServer(client);
    const lt = (await settledBefore(client)) ?? firstIdAt(moment);
    const handle = await open(file, "a+", 0o600);
    return addTo(handle, (gt) => erasuresOf(client, { gt, lt })).finally(() => handle.close());
  });
}

/** What begins to be written after this moment has a later id. */
async function momentOfServer(client: Prisma.TransactionClient): Promise<Date> {
  const [row] = await client.$queryRaw<readonly { at: Date }[]>`SELECT clock_timestamp() AS at`;
  if (row === undefined) throw new Error("the server did not say what time it is");
  return row.at;
}

/** Writes the whole journal, as it is now, into a file that is not there yet; answers how many lines. */
export async function writeJournal(file: string): Promise<number> {
  const handle = await open(file, "wx+", 0o600);
  try {
    let count = 0;
    for (let added = -1; added !== 0; count += added) added = await addTo(handle, (gt) => erasuresOf(prisma, { gt }));
    return count;
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

function erasuresOf(client: Prisma.TransactionClient, id: { readonly gt: string; readonly lt?: string }) {
  return client.erasure.findMany({ where: { id }, orderBy: { id: "asc" }, take: linesAtATime });
}

async function addTo(handle: FileHandle, read: (after: string) => ReturnType<typeof erasuresOf>): Promise<number> {
  const last = await lastIdOf(handle);
  const rows = await read(last ?? beforeAll);
  const lines = rows.map(({ id, at, kind, objectId, reason }) =>
    lineOf({ id, at: at.toISOString(), kind, object: objectId, ...(reason === null ? {} : { reason }) }),
  );
  if (last === null) lines.unshift(lineOf(ownHeader()));
  if (lines.length === 0) return 0;
  await handle.appendFile(lines.join(""));
  await handle.sync();
  return rows.length;
}

function lineOf(value: object): string {
  return `${JSON.stringify(value)}\n`;
}

function ownHeader() {
  return { format: "verzuimloket-erasures", version: 1, lookupKeyCheck: lookupKeyCheck() };
}

/** Where to go on, in a journal of this desk. Null: the file is empty. */
async function lastIdOf(handle: FileHandle): Promise<string | null> {
  const whole = await cutToWholeLines(handle);
  if (whole === 0) return null;
  const [first = ""] = (await textAt(handle, 0)).split("\n");
  const header = journalHeader.safeParse(parsed(first));
  if (header.data?.lookupKeyCheck !== lookupKeyCheck()) throw new Error("this is no journal of erasures of this desk");
  const last = (await textAt(handle, Math.max(0, whole - lineBytes))).split("\n").at(-2) ?? "";
  return last === first ? beforeAll : erasureLine.parse(parsed(last)).id;
}

/** Answers how long it is then. */
async function cutToWholeLines(handle: FileHandle): Promise<number> {
  const { size } = await handle.stat();
  const from = Math.max(0, size - lineBytes);
  const whole = from + (await textAt(handle, from)).lastIndexOf("\n") + 1;
  if (whole < size) await handle.truncate(whole);
  return whole;
}

/** A letter of the journal is one byte. */
async function textAt(handle: FileHandle, position: number): Promise<string> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(lineBytes), 0, lineBytes, position);
  return buffer.toString("latin1", 0, bytesRead);
}
