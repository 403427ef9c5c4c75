import "server-only";
import type { RowWriter } from "@/lib/audit/transact.server";
import { Prisma } from "@/lib/db/generated/client";

interface Claim {
  readonly id: string;
  readonly reportId: string;
}

/**
 * Papers that waited become those of the report that is filed in the same statement. The rows are held, so that nobody
 * takes the bytes away meanwhile; one that is gone leaves its columns empty, which the table refuses, and with it the
 * whole statement.
 */
export const claimedPapers: RowWriter<Claim> = {
  insert: (
    rows,
  ) => Prisma.sql`INSERT INTO attachments (id, report_id, kind, format, name_sealed, sent_sha256, byte_count,
      sha256, object_key, file_key_sealed, uploaded_at, uploader_side, uploader_name, uploader_id, organisation_id, state)
    SELECT c.id, c."reportId", p.kind, p.format, p.name_sealed, p.sent_sha256, p.byte_count, p.sha256, p.object_key,
           p.file_key_sealed, p.uploaded_at, 'school', p.owner_name, p.owner_id, p.organisation_id, p.state
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS c(id uuid, "reportId" uuid)
      LEFT JOIN LATERAL (SELECT * FROM draft_papers WHERE draft_papers.id = c.id FOR UPDATE) p ON true`,
};
