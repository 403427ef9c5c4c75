import { readFile } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";

export type Row = Readonly<Record<string, string>>;

/** A file of public facts, as rows by the names of its columns. */
export async function readReference(name: string): Promise<readonly Row[]> {
  const text = await readFile(path.join(import.meta.dirname, "..", "reference", name), "utf8");
  return parse(text, { columns: true, skip_empty_lines: true });
}

/** Rows as a stream of CSV, for the same import that an administrator uses. */
export function csvStream(rows: readonly Row[]): Readable {
  return Readable.from([Buffer.from(stringify([...rows], { header: true }))]);
}
