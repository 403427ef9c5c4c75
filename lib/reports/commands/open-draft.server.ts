import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { recordRead } from "@/lib/audit/record.server";
import { Prisma } from "@/lib/db/generated/client";
import { ask } from "@/lib/db/statement.server";
import type { Viewer } from "@/lib/identity/viewer";
import { draftsOf } from "@/lib/policy/draft-rules";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { draftScopeSql, openWords } from "../draft-rows.server";
import type { FormValues } from "../form-values";

export interface OpenedDraft {
  readonly words: FormValues;
  readonly version: number;
  readonly ownerName: string;
  readonly isOwn: boolean;
}

/** All that was typed, to go on with. Absent, over, sent and somebody else's are all NotFound. */
export async function openDraft(viewer: Viewer, id: string, now: Now): Promise<OpenedDraft> {
  const scope = draftsOf(viewer);
  if (scope === null) throw new NotFound("draft");
  const [draft] = await ask<{ words_sealed: string; version: number; owner_id: string; owner: string }>(Prisma.sql`
    SELECT d.words_sealed, d.version, d.owner_id, a.name AS owner
      FROM report_drafts d JOIN accounts a ON a.id = d.owner_id
     WHERE d.id = ${id}::uuid AND ${draftScopeSql(scope)} AND d.expires_on >= ${now.today}::date
       AND NOT EXISTS (SELECT FROM reports WHERE submission_id = d.id)`);
  if (draft === undefined) throw new NotFound("draft");
  await recordRead(viewer, now, {
    action: "draft:read",
    object: { kind: "draft", id },
    reason: usualReason(viewer),
  });
  return {
    words: openWords(draft.words_sealed),
    version: draft.version,
    ownerName: draft.owner,
    isOwn: draft.owner_id === scope.ownerId,
  };
}
