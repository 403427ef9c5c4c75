import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import { openText } from "@/lib/db/seal.server";
import { ask } from "@/lib/db/statement.server";
import type { Viewer } from "@/lib/identity/viewer";
import { draftsOf } from "@/lib/policy/draft-rules";
import { draftScopeSql } from "@/lib/reports/draft-rows.server";
import { isFormat } from "./formats";
import { isKind } from "./kinds";
import type { DraftPaperView } from "./views";

export interface DraftPaperRow {
  readonly id: string;
  readonly kind: string;
  readonly format: string;
  readonly nameSealed: string;
  readonly byteCount: number;
  readonly objectKey: string;
  readonly waits: boolean;
  readonly uploadedAt: Date;
}

/** As it is shown. */
export function draftPaperView(row: Omit<DraftPaperRow, "objectKey">): DraftPaperView {
  const { id, kind, format, nameSealed, byteCount, waits, uploadedAt } = row;
  return {
    id,
    kind: isKind(kind) ? kind : "other",
    format: isFormat(format) ? format : "txt",
    name: openText(nameSealed),
    byteCount,
    state: waits ? "waiting" : "clean",
    uploadedAt,
  };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Of these papers those that this viewer may see: his own, and those with a draft that a colleague made ready for him.
 * In the order in which they came.
 */
export async function askDraftPapers(viewer: Viewer, ids: readonly string[]): Promise<readonly DraftPaperRow[]> {
  const scope = draftsOf(viewer);
  const known = ids.filter((id) => uuid.test(id));
  if (scope === null || known.length === 0) return [];
  return ask<DraftPaperRow & Record<string, unknown>>(Prisma.sql`
    SELECT p.id, p.kind, p.format, p.name_sealed AS "nameSealed", p.byte_count AS "byteCount",
           p.object_key AS "objectKey", p.state = 'waiting' AS waits, p.uploaded_at AS "uploadedAt"
      FROM draft_papers p
     WHERE p.id = ANY(${known}::uuid[]) AND p.organisation_id = ${scope.organisationId}::uuid
       AND (p.owner_id = ${scope.ownerId}::uuid
            OR EXISTS (SELECT FROM report_drafts d WHERE d.id = p.submission_id AND ${draftScopeSql(scope)}))
     ORDER BY p.id`);
}
