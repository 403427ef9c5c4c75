import "server-only";
import { pool } from "./client.server";

/** What several workers do one after the other, each in a number space of its own. */
const spaces = { report: 894 } as const;

/** Whoever holds one may be waiting for a mail server. */
const patience = "60s";
const limits = ["lock_timeout", "statement_timeout"];

/**
 * Does something while nobody else holds any of these; whoever waits too long for one hears so. Held by a connection and
 * not by a transaction, for the work may take as long as a mail server does; a process that dies lets go.
 */
export async function holding<Value>(
  space: keyof typeof spaces,
  ids: readonly string[],
  work: () => Promise<Value>,
): Promise<Value> {
  const connection = await pool().connect();
  try {
    await connection.query("SELECT set_config(name, $1, false) FROM unnest($2::text[]) AS name", [patience, limits]);
    // In one order, so that no two wait for each other.
    await connection.query(
      "SELECT pg_advisory_lock($1, key) FROM (SELECT DISTINCT hashtext(id) AS key FROM unnest($2::text[]) AS id ORDER BY 1) AS keys",
      [spaces[space], ids],
    );
    return await work();
  } finally {
    const isFree = await connection.query("SELECT pg_advisory_unlock_all(); RESET ALL").then(
      () => true,
      () => false,
    );
    connection.release(!isFree);
  }
}
