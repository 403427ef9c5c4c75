import "server-only";
import type { Erasure } from "@/lib/audit/erasures";
import { askIn, type Connection } from "@/lib/db/bulk.server";
import { Prisma } from "@/lib/db/generated/client";

/**
 * Throws drafts away again that a backup brought back; answers how many. A draft keeps its id when another page saves it
 * after it was thrown away: that one stays.
 */
export async function dropDraftsAgain(connection: Connection, drafts: readonly Erasure[]): Promise<number> {
  const dropped = await askIn(
    connection,
    Prisma.sql`DELETE FROM report_drafts d
      USING jsonb_to_recordset(${JSON.stringify(drafts)}::jsonb) AS e(object uuid, at timestamptz)
      WHERE d.id = e.object AND d.created_at <= e.at RETURNING d.id`,
  );
  return dropped.length;
}

/** The same for sheets of reports. What was sent of them stays sent. */
export async function dropImportsAgain(connection: Connection, ids: readonly string[]): Promise<number> {
  const dropped = await askIn(
    connection,
    Prisma.sql`DELETE FROM report_imports WHERE id = ANY(${[...ids]}::uuid[]) RETURNING id`,
  );
  return dropped.length;
}
