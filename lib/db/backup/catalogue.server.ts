import "server-only";
import { type BackupTable, inOrderOfNeed } from "@/lib/db/backup/format";
import type { Connection } from "@/lib/db/bulk.server";

/** Migrations are the schema's, and somebody who was signed in then is not signed in now. */
const leftOut = ["_prisma_migrations", "sessions", "api_tokens"];

/** Every table of the desk with its columns, each after those it points at. */
export async function tablesOf(connection: Connection): Promise<readonly BackupTable[]> {
  const { rows } = await connection.query<BackupTable>(
    `SELECT c.relname AS table, array_agg(a.attname::text ORDER BY a.attnum) AS columns
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> ALL ($1)
        AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' GROUP BY c.relname ORDER BY c.relname`,
    [leftOut],
  );
  const needs = await connection.query<{ table: string; needed: string }>(
    `SELECT t.relname AS table, n.relname AS needed FROM pg_constraint k
      JOIN pg_class t ON t.oid = k.conrelid JOIN pg_class n ON n.oid = k.confrelid
      WHERE k.contype = 'f' AND t.relname <> ALL ($1) AND n.relname <> ALL ($1)`,
    [leftOut],
  );
  const columns = new Map(rows.map((row) => [row.table, row.columns]));
  return inOrderOfNeed([...columns.keys()], needs.rows).map((table) => ({
    table,
    columns: columns.get(table) ?? [],
  }));
}

export async function migrationsOf(connection: Connection): Promise<readonly string[]> {
  const { rows } = await connection.query<{ name: string }>(
    `SELECT migration_name AS name FROM _prisma_migrations
      WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return rows.map(({ name }) => name);
}

/** Names come from the catalogue of the database itself. */
export function copyOf({ table, columns }: BackupTable): string {
  return `"${table}" (${columns.map((name) => `"${name}"`).join(", ")})`;
}
