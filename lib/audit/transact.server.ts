import "server-only";
import { askIn, type Connection } from "@/lib/db/bulk.server";
import { prisma } from "@/lib/db/client.server";
import { Prisma } from "@/lib/db/generated/client";
import { ask } from "@/lib/db/statement.server";
import type { Viewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";

declare const ledger: unique symbol;
declare const transaction: unique symbol;

/**
 * How rows of one table are written: one statement for all of them. The rows carry every column, by its name in
 * the database, because `jsonb_populate_recordset` knows no defaults.
 */
export interface RowWriter<Row> {
  readonly insert: (rows: readonly Row[]) => Prisma.Sql;
}

/** Collects what is written at the end, together, in one statement. */
export interface Ledger {
  readonly [ledger]: true;
  readonly viewer: Viewer;
  readonly now: Now;
  collect<Row>(writer: RowWriter<Row>, ...rows: readonly Row[]): void;
}

/** A ledger with the client of an open transaction, for commands that must read or move before they write. */
export interface Transaction extends Ledger {
  readonly [transaction]: true;
  readonly client: Prisma.TransactionClient;
}

type Pages = Map<RowWriter<unknown>, unknown[]>;

/** All that `work` does is stored, or nothing. What it collects goes out in one statement at the end. */
export async function transact<Value>(
  viewer: Viewer,
  now: Now,
  work: (tx: Transaction) => Promise<Value>,
): Promise<Value> {
  return prisma.$transaction(
    async (client) => {
      const pages: Pages = new Map();
      const value = await work({ ...openLedger(viewer, now, pages), client } as Transaction);
      if (pages.size > 0) await client.$executeRaw(inOneStatement(pages));
      return value;
    },
    { maxWait: 5_000, timeout: 10_000 },
  );
}

/** For commands that only add: one statement is a transaction by itself, and one trip. */
export async function commit<Value>(viewer: Viewer, now: Now, work: (ledger: Ledger) => Value): Promise<Value> {
  const pages: Pages = new Map();
  const value = work(openLedger(viewer, now, pages));
  if (pages.size > 0) await ask(inOneStatement(pages));
  return value;
}

/** Like `commit`, as a part of bulk work. */
export async function commitIn(
  connection: Connection,
  viewer: Viewer,
  now: Now,
  work: (ledger: Ledger) => void,
): Promise<void> {
  const pages: Pages = new Map();
  work(openLedger(viewer, now, pages));
  if (pages.size > 0) await askIn(connection, inOneStatement(pages));
}

function openLedger(viewer: Viewer, now: Now, pages: Pages): Ledger {
  const collect = <Row>(writer: RowWriter<Row>, ...rows: readonly Row[]) => {
    const key = writer as RowWriter<unknown>;
    pages.set(key, [...(pages.get(key) ?? []), ...rows]);
  };
  return { viewer, now, collect } as Ledger;
}

const names = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"].map((name) => Prisma.raw(name));

/** Postgres checks foreign keys at the end of the statement, so the order of the parts does not matter. */
function inOneStatement(pages: Pages): Prisma.Sql {
  const parts = [...pages].map(([writer, rows], index) => Prisma.sql`${names[index]} AS (${writer.insert(rows)})`);
  return Prisma.sql`WITH ${Prisma.join(parts)} SELECT 1`;
}
