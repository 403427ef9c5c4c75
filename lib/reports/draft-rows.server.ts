import "server-only";
import type { RowWriter } from "@/lib/audit/transact.server";
import { Prisma } from "@/lib/db/generated/client";
import { openText, sealText } from "@/lib/db/seal.server";
import type { DraftScope } from "@/lib/policy/draft-rules";
import { draftWords } from "./draft";
import type { FormValues } from "./form-values";

/** The scope as a condition on `d`, a row of `report_drafts`. */
export function draftScopeSql({ organisationId, ownerId, handedIn }: DraftScope): Prisma.Sql {
  const own = Prisma.sql`d.organisation_id = ${organisationId}::uuid AND (d.owner_id = ${ownerId}::uuid`;
  if (handedIn === "none") return Prisma.sql`${own})`;
  if (handedIn === "all") return Prisma.sql`${own} OR d.handed_in_at IS NOT NULL)`;
  return Prisma.sql`${own} OR d.location_id = ANY(${[...handedIn]}::uuid[]))`;
}

export function sealWords(words: FormValues): string {
  return sealText(JSON.stringify(words));
}

export function openWords(sealed: string): FormValues {
  return draftWords.parse(JSON.parse(openText(sealed)));
}

interface SentDraft {
  readonly submissionId: string;
  readonly organisationId: string;
}

interface Preparation extends SentDraft {
  readonly reportId: string;
  readonly senderId: string;
}

/** Who made ready what another sends follows the report from then on. */
export const followerRows: RowWriter<Preparation> = {
  insert: (rows) => Prisma.sql`INSERT INTO report_followers (report_id, account_id)
    SELECT r."reportId", d.owner_id
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS r("reportId" uuid, "submissionId" uuid, "organisationId" uuid, "senderId" uuid)
      JOIN report_drafts d ON d.id = r."submissionId" AND d.organisation_id = r."organisationId"
     WHERE d.owner_id <> r."senderId"`,
};

/** What is sent is no draft any more. */
export const sentDrafts: RowWriter<SentDraft> = {
  insert: (rows) => Prisma.sql`DELETE FROM report_drafts d
    USING jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("submissionId" uuid, "organisationId" uuid)
    WHERE d.id = r."submissionId" AND d.organisation_id = r."organisationId"`,
};
