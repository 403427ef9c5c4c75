import { z } from "zod";

/**
 * A backup is one gzip file of lines: a header, then for each table a line that names it, its rows in the text format
 * of COPY and the line `\.`, which no row can be. The last line says that it is whole.
 */
export const backupHeader = z.strictObject({
  format: z.literal("verzuimloket-backup"),
  version: z.literal(1),
  madeAt: z.iso.datetime(),
  /** The migrations that the database had: the same ones make the same tables. */
  migrations: z.array(z.string()),
  /** Which keys the data needs; the keys themselves are kept apart. */
  encryptionKeyIds: z.array(z.string()),
  lookupKeyCheck: z.string(),
});

export const tableLine = z.strictObject({ table: z.string(), columns: z.array(z.string()).min(1) });
export type BackupTable = z.output<typeof tableLine>;

export const lastLine = z.strictObject({ end: z.literal(true) });

export const endOfRows = Buffer.from("\\.\n");
const endAfterRow = Buffer.from("\n\\.\n");

/** A file that is no backup, or not a whole one. */
export class DamagedBackup extends Error {
  override readonly name = "DamagedBackup";
}

/** Reads a backup line by line and table by table; memory holds one piece of it. */
export class BackupReader {
  readonly #pieces: AsyncIterator<Buffer>;
  #ahead: Buffer = Buffer.alloc(0);

  constructor(pieces: AsyncIterable<Buffer>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  async line(): Promise<unknown> {
    for (;;) {
      const end = this.#ahead.indexOf("\n");
      if (end >= 0) return parseLine(this.#take(end + 1).toString("utf8"));
      if (this.#ahead.length > 1_000_000) throw new DamagedBackup("a line has no end");
      await this.#readOn();
    }
  }

  /** The rows of the table whose line was read, as whole lines. */
  async *rows(): AsyncGenerator<Buffer> {
    for (;;) {
      if (this.#ahead.subarray(0, endOfRows.length).equals(endOfRows)) break;
      const end = this.#ahead.indexOf(endAfterRow);
      const whole = end >= 0 ? end : this.#ahead.lastIndexOf("\n");
      if (whole >= 0) yield this.#take(whole + 1);
      else await this.#readOn();
    }
    this.#take(endOfRows.length);
  }

  #take(length: number): Buffer {
    const taken = this.#ahead.subarray(0, length);
    this.#ahead = this.#ahead.subarray(length);
    return taken;
  }

  async #readOn(): Promise<void> {
    const { done, value } = await this.#pieces.next();
    if (done) throw new DamagedBackup("the file ends too early");
    this.#ahead = this.#ahead.length === 0 ? value : Buffer.concat([this.#ahead, value]);
  }
}

function parseLine(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new DamagedBackup("a line cannot be read", { cause });
  }
}

/** Tables in an order in which each one follows those it points at. */
export function inOrderOfNeed(
  tables: readonly string[],
  needs: readonly { readonly table: string; readonly needed: string }[],
): readonly string[] {
  const ordered = new Set<string>();
  for (let left = tables; left.length > 0; ) {
    const ready = left.filter((table) =>
      needs.every((need) => need.table !== table || need.needed === table || ordered.has(need.needed)),
    );
    if (ready.length === 0) throw new Error(`these tables point at each other: ${left.join(", ")}`);
    for (const table of ready) ordered.add(table);
    left = left.filter((table) => !ordered.has(table));
  }
  return [...ordered];
}
