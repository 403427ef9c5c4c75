import "server-only";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Client, type QueryResultRow } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { Prisma } from "@/lib/db/generated/client";

export type Connection = Client;
export type CopyValue = string | number | null;

const chunkCharacters = 64 * 1024;

/**
 * A connection of its own for bulk work, in one transaction without a time limit. What was done is stored when
 * `work` says that it keeps it, all of it, and otherwise nothing.
 */
export async function inBulk<Value>(
  url: string,
  isolation: "READ COMMITTED" | "REPEATABLE READ",
  work: (connection: Connection) => Promise<{ readonly keep: boolean; readonly value: Value }>,
): Promise<Value> {
  const connection = new Client({ connectionString: url, application_name: "verzuimloket bulk", keepAlive: true });
  // A connection that breaks also fails the statement that runs; without a listener it would end the process.
  connection.on("error", () => undefined);
  await connection.connect();
  try {
    await connection.query(`BEGIN ISOLATION LEVEL ${isolation}`);
    const { keep, value } = await work(connection);
    await connection.query(keep ? "COMMIT" : "ROLLBACK");
    return value;
  } finally {
    await connection.end();
  }
}

/** The rows of one statement of bulk work. */
export async function askIn<Row extends QueryResultRow>(
  connection: Connection,
  { text, values }: Prisma.Sql,
): Promise<readonly Row[]> {
  return (await connection.query<Row>(text, [...values])).rows;
}

/** Sends rows with COPY, as they come; memory holds one chunk of them. */
export async function copyRows(
  connection: Connection,
  table: string,
  columns: readonly string[],
  rows: AsyncIterable<readonly CopyValue[]>,
): Promise<void> {
  const names = columns.map((name) => `"${name}"`).join(", ");
  await pipeline(
    Readable.from(chunksOf(rows), { objectMode: true, highWaterMark: 2 }),
    connection.query(copyFrom(`COPY ${table} (${names}) FROM STDIN`)),
  );
}

async function* chunksOf(rows: AsyncIterable<readonly CopyValue[]>): AsyncGenerator<Buffer> {
  let text = "";
  for await (const row of rows) {
    text += `${row.map(inCopyFormat).join("\t")}\n`;
    if (text.length < chunkCharacters) continue;
    yield Buffer.from(text);
    text = "";
  }
  if (text !== "") yield Buffer.from(text);
}

const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function inCopyFormat(value: CopyValue): string {
  if (value === null) return "\\N";
  return typeof value === "number" ? String(value) : value.replace(/[\\\n\r\t]/g, (sign) => escapes[sign] ?? sign);
}
