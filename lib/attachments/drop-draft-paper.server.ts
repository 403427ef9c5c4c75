import "server-only";
import type { Transaction } from "@/lib/audit/transact.server";
import { Prisma } from "@/lib/db/generated/client";
import { letGo } from "./destroy.server";

/**
 * Ends a paper that waited with a report. Its bytes go too, unless the report was sent and took them over: filing holds
 * the row while it does, so whichever of the two comes first, the other knows. True: the bytes go.
 */
export async function dropDraftPaper(tx: Transaction, id: string): Promise<boolean> {
  const [dropped] = await tx.client.$queryRaw<readonly { objectKey: string }[]>(
    Prisma.sql`DELETE FROM draft_papers WHERE id = ${id}::uuid RETURNING object_key AS "objectKey"`,
  );
  if (dropped === undefined) return false;
  const { objectKey } = dropped;
  if ((await tx.client.attachment.count({ where: { objectKey } })) > 0) return false;
  await letGo(tx, objectKey);
  return true;
}
