import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import { newId } from "@/lib/shared/ids";
import type { Erased, Erasure } from "./erasures";
import type { Ledger, RowWriter } from "./transact.server";

type Row = Erased & { readonly id: string; readonly at: string };

function rowsSql(rows: readonly Row[]): Prisma.Sql {
  return Prisma.sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    AS e(id uuid, at timestamptz, kind text, object uuid, reason text)`;
}

/** The time in an id is the server's: clocks of programs differ, and whoever copies goes on after the last id. */
const newErasures: RowWriter<Row> = {
  insert: (rows) => Prisma.sql`INSERT INTO erasures (id, at, kind, object_id, reason)
    SELECT (overlay(e.id::text PLACING regexp_replace(lpad(to_hex(
        floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint), 12, '0'), '^(.{8})', '\\1-') FROM 1 FOR 13))::uuid,
        e.at, e.kind, e.object, e.reason FROM ${rowsSql(rows)}`,
};

/** Rows of another journal; those that are there already stay as they are. */
export function takeOverSql(erasures: readonly Erasure[]): Prisma.Sql {
  return Prisma.sql`INSERT INTO erasures (id, at, kind, object_id, reason)
    SELECT e.id, e.at, e.kind, e.object, e.reason FROM ${rowsSql(erasures)} ON CONFLICT DO NOTHING`;
}

/**
 * Puts an erasure into the journal, beside the erasure itself. For what would come back with a backup and stay: a draft
 * whose days are over ends again by itself.
 */
export function noteErasure(ledger: Ledger, erased: Erased): void {
  ledger.collect(newErasures, { ...erased, id: newId(), at: ledger.now.at.toISOString() });
}
