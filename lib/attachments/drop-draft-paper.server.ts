import "server-only";
import type { Transaction } from "@/lib/audit/transact.server";
import { Prisma } from "@/lib/db/generated/client";
import { letGo } from "./destroy.server";

interface DroppedPaper {
  readonly submissionId: string;
  /** Where its bytes lie, which go too. Null: the report has them. */
  readonly objectKey: string | null;
}

/**
 * Ends a paper that waited with a report. Its bytes go too, unless the report was sent and took them over: filing holds
 * the row while it does, so whichever of the two comes first, the other knows. Null: it waits no more.
 */
export async function dropDraftPaper(tx: Transaction, id: string): Promise<DroppedPaper | null> {
  const [dropped] = await tx.client.$queryRaw<readonly { objectKey: string; submissionId: string }[]>(Prisma.sql`
    DELETE FROM draft_papers WHERE id = ${id}::uuid
    RETURNING object_key AS "objectKey", submission_id AS "submissionId"`);
  if (dropped === undefined) return null;
  const { objectKey, submissionId } = dropped;
  const isKept = (await tx.client.attachment.count({ where: { objectKey } })) > 0;
  if (!isKept) await letGo(tx, objectKey);
  return { submissionId, objectKey: isKept ? null : objectKey };
}
