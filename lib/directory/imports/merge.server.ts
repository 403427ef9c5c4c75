import "server-only";
import type { Connection } from "@/lib/db/bulk.server";

export interface Counts {
  readonly created: number;
  readonly updated: number;
}

export interface Merge {
  readonly into: string;
  readonly key: readonly string[];
  /** Columns that a merge may change, each with the column of the file that it comes from. */
  readonly columns: Readonly<Record<string, string>>;
  /** Columns that are set once, when the row is new. */
  readonly once?: readonly string[];
  /** Rows with their `line` and all these columns; the staged rows when absent. */
  readonly source?: string;
  /** SQL that gives the lines that changed something beside this table. */
  readonly alsoChanged?: string;
}

/**
 * Adds what is new and changes what differs. A column that the file does not have stays as it is; so does a row that
 * the file does not mention.
 */
export async function mergeRows(connection: Connection, present: ReadonlySet<string>, merge: Merge): Promise<Counts> {
  const { into, key, columns, once = [], source = "SELECT * FROM staged", alsoChanged } = merge;
  const inserted = [...key, ...Object.keys(columns), ...once];
  const mayChange = Object.keys(columns).filter((name) => present.has(columns[name] ?? name));
  const { rows } = await connection.query<Counts>(`
    WITH source AS (${source}),
    merged AS (
      INSERT INTO ${into} AS known (${inserted.join(", ")}) SELECT ${inserted.join(", ")} FROM source
      ON CONFLICT (${key.join(", ")}) ${onConflict(mayChange)}
      RETURNING ${key.map((name) => `known.${name}`).join(", ")}, xmax = 0 AS is_new),
    touched AS (
      SELECT line, is_new FROM source JOIN merged USING (${key.join(", ")})
      ${alsoChanged === undefined ? "" : `UNION ALL SELECT line, false FROM (${alsoChanged}) also`}),
    lines AS (SELECT line, bool_or(is_new) AS is_new FROM touched GROUP BY line)
    SELECT count(*) FILTER (WHERE is_new)::int AS created, count(*) FILTER (WHERE NOT is_new)::int AS updated FROM lines`);
  return rows[0] ?? { created: 0, updated: 0 };
}

function onConflict(names: readonly string[]): string {
  if (names.length === 0) return "DO NOTHING";
  return `DO UPDATE SET ${names.map((name) => `${name} = excluded.${name}`).join(", ")}
    WHERE ${differs("known", "excluded", names)}`;
}

/** Two rows are not the same in these columns; without columns they always are. */
export function differs(one: string, other: string, names: readonly string[]): string {
  if (names.length === 0) return "false";
  const of = (row: string) => names.map((name) => `${row}.${name}`).join(", ");
  return `ROW(${of(one)}) IS DISTINCT FROM ROW(${of(other)})`;
}
