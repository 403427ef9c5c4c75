import "server-only";
import { askIn, type Connection } from "@/lib/db/bulk.server";
import { Prisma } from "@/lib/db/generated/client";

/** Takes notes back again that a backup brought back; answers how many. */
export async function dropNotesAgain(connection: Connection, ids: readonly string[]): Promise<number> {
  const dropped = await askIn(
    connection,
    Prisma.sql`DELETE FROM office_notes WHERE id = ANY(${[...ids]}::uuid[]) RETURNING id`,
  );
  return dropped.length;
}
