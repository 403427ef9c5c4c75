import "server-only";
import { type Connection, type CopyValue, copyRows } from "@/lib/db/bulk.server";
import type { ImportDefinition } from "@/lib/directory/imports/define-import";
import type { RefusedCell } from "@/lib/directory/imports/read-rows";

/** Rows lie in `staged` and what is wrong with them in `refused`, both gone when the transaction ends. */
export async function stageRows(
  connection: Connection,
  { staged }: ImportDefinition,
  rows: AsyncIterable<readonly CopyValue[]>,
): Promise<void> {
  const columns = staged.map(({ name, type }) => `${name} ${type}`);
  await connection.query(`
    SET LOCAL work_mem = '64MB';
    CREATE TEMPORARY TABLE staged (line int NOT NULL, ${columns.join(", ")}) ON COMMIT DROP;
    CREATE TEMPORARY TABLE refused (line int NOT NULL, column_name text, code text NOT NULL, fact text) ON COMMIT DROP`);
  await copyRows(connection, "staged", ["line", ...staged.map(({ name }) => name)], rows);
  await connection.query("ANALYZE staged");
}

/** Lays what the desk knows beside the staged rows: ids of students and locations. */
export async function resolveStaged(connection: Connection, select: string): Promise<void> {
  await connection.query(`
    CREATE TEMPORARY TABLE resolved ON COMMIT DROP AS ${select};
    DROP TABLE staged;
    ALTER TABLE resolved RENAME TO staged;
    ANALYZE staged`);
}

/** Why a staged row is refused: SQL that says which lines, and what of them to tell. */
export interface RowCheck {
  /** The column of the file. */
  readonly column: string;
  readonly code: string;
  /** A condition on `staged` under the name `s`. */
  readonly where: string;
  /** What to tell beside the code; never something about a person. */
  readonly fact?: string;
}

export async function checkStaged(connection: Connection, checks: readonly RowCheck[]): Promise<void> {
  for (const { column, code, where, fact = "NULL" } of checks) {
    await connection.query(`INSERT INTO refused SELECT s.line, $1, $2, ${fact} FROM staged s WHERE ${where}`, [
      column,
      code,
    ]);
  }
}

/** A row whose key was already in the file. */
export async function checkTwice(connection: Connection, key: readonly string[], column: string): Promise<void> {
  const names = key.join(", ");
  await connection.query(
    `INSERT INTO refused SELECT s.line, $1, 'row-twice', twice.first_line::text FROM staged s
      JOIN (SELECT ${names}, min(line) AS first_line FROM staged GROUP BY ${names} HAVING count(*) > 1) twice
        USING (${names}) WHERE s.line > twice.first_line`,
    [column],
  );
}

/** Tells what was refused, a thousand at a time, and takes those rows away; answers how many rows that were. */
export async function dropRefused(
  connection: Connection,
  onRefused: (cells: readonly RefusedCell[]) => void,
): Promise<number> {
  await connection.query(
    `DECLARE refusals CURSOR FOR SELECT line, column_name AS column, code, fact FROM refused ORDER BY line`,
  );
  for (;;) {
    const { rows } = await connection.query<RefusedCell>("FETCH 1000 FROM refusals");
    if (rows.length === 0) break;
    onRefused(rows);
  }
  await connection.query("CLOSE refusals");
  const counted = await connection.query<{ count: number }>("SELECT count(DISTINCT line)::int AS count FROM refused");
  await connection.query("DELETE FROM staged USING refused WHERE staged.line = refused.line");
  return counted.rows[0]?.count ?? 0;
}

export async function countStaged(connection: Connection): Promise<number> {
  const counted = await connection.query<{ count: number }>("SELECT count(*)::int AS count FROM staged");
  return counted.rows[0]?.count ?? 0;
}
