import "server-only";
import { DatabaseError, type QueryResultRow } from "pg";
import { pool, statementName } from "@/lib/db/client.server";
import type { Prisma } from "@/lib/db/generated/client";

/** What the database refused, without the values that its own sentence quotes. */
export class StatementRefused extends Error {
  override readonly name = "StatementRefused";
  /** The SQLSTATE. */
  readonly code: string | undefined;
  /** The key or check that refused; absent when it was something else. */
  readonly constraint: string | undefined;

  constructor({ code, constraint }: DatabaseError) {
    super(`the database refused a statement (${code}${constraint === undefined ? "" : `, ${constraint}`})`);
    this.code = code;
    this.constraint = constraint;
  }
}

/**
 * The rows of one statement, straight from the driver. Through Prisma's engine a statement that is already SQL costs
 * the server about as much as all other work of a filing; what this gives is read as the driver reads it.
 */
export async function ask<Row extends QueryResultRow>(sql: Prisma.Sql): Promise<readonly Row[]> {
  const { text } = sql;
  try {
    const { rows } = await pool().query<Row>({ name: statementName(text), text, values: [...sql.values] });
    return rows;
  } catch (error) {
    throw error instanceof DatabaseError ? new StatementRefused(error) : error;
  }
}
