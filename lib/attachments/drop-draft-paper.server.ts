import "server-only";
import { noteErasure } from "@/lib/audit/erase.server";
import type { Transaction } from "@/lib/audit/transact.server";
import { Prisma } from "@/lib/db/generated/client";
import { letGoSql } from "./destroy.server";

interface DroppedPaper {
  readonly submissionId: string;
  /** Where its bytes lie, which go too. Null: the report has them. */
  readonly objectKey: string | null;
}

interface DroppedRow {
  readonly objectKey: string;
  readonly submissionId: string;
}

export function dropSql(ids: readonly string[]): Prisma.Sql {
  return Prisma.sql`DELETE FROM draft_papers WHERE id = ANY(${[...ids]}::uuid[])
    RETURNING object_key AS "objectKey", submission_id AS "submissionId"`;
}

/** Of these bytes those that no report has, which are let go. */
export function letGoUnkeptSql(objectKeys: readonly string[]): Prisma.Sql {
  const unkept = Prisma.sql`SELECT key FROM unnest(${[...objectKeys]}::uuid[]) AS key
    WHERE NOT EXISTS (SELECT FROM attachments a WHERE a.object_key = key)`;
  return Prisma.sql`${letGoSql(unkept)} RETURNING object_key AS "objectKey"`;
}

/**
 * Ends a paper that waited with a report. Its bytes go too, unless the report was sent and took them over: filing holds
 * the row while it does, so whichever of the two comes first, the other knows. Null: it waits no more.
 */
export async function dropDraftPaper(tx: Transaction, id: string): Promise<DroppedPaper | null> {
  const [dropped] = await tx.client.$queryRaw<readonly DroppedRow[]>(dropSql([id]));
  if (dropped === undefined) return null;
  const [unkept] = await tx.client.$queryRaw<readonly { objectKey: string }[]>(letGoUnkeptSql([dropped.objectKey]));
  if (unkept !== undefined) noteErasure(tx, { kind: "draft-paper", object: id });
  return { submissionId: dropped.submissionId, objectKey: unkept?.objectKey ?? null };
}
