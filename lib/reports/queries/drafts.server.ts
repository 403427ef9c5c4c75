import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { recordRead } from "@/lib/audit/record.server";
import { Prisma } from "@/lib/db/generated/client";
import { ask } from "@/lib/db/statement.server";
import { findChosenStudents, findOwnStudents } from "@/lib/directory/own-students.server";
import type { PersonViewer, Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { draftsOf } from "@/lib/policy/draft-rules";
import { fromColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { type DraftLine, outlineOf } from "../draft";
import { draftScopeSql, openWords } from "../draft-rows.server";
import { findFollowedStudents } from "../followed-students.server";
import { type FormValues, textIn } from "../form-values";

/** So many are shown; whoever has more begins with the latest. */
const shownAtMost = 50;

interface DraftRow {
  readonly id: string;
  readonly version: number;
  readonly words_sealed: string;
  readonly saved_at: Date;
  readonly expires_on: Date;
  readonly handed_in_at: Date | null;
  readonly location_id: string | null;
  readonly owner_id: string;
  readonly owner_name: string;
}

/** What was not sent yet: one's own, and for who sends what colleagues made ready. The latest first. */
export async function listDrafts(viewer: Viewer, now: Now): Promise<readonly DraftLine[]> {
  const scope = draftsOf(viewer);
  if (viewer.kind !== "school" || scope === null) return [];
  const rows = await ask<DraftRow & Record<string, unknown>>(Prisma.sql`
    SELECT d.id, d.version, d.words_sealed, d.saved_at, d.expires_on, d.handed_in_at, d.location_id, d.owner_id,
           a.name AS owner_name
      FROM report_drafts d JOIN accounts a ON a.id = d.owner_id
     WHERE ${draftScopeSql(scope)} AND d.expires_on >= ${now.today}::date
       AND NOT EXISTS (SELECT FROM reports WHERE submission_id = d.id)
     ORDER BY d.saved_at DESC, d.id LIMIT ${shownAtMost}`);
  if (rows.length === 0) return [];
  const drafts = rows.map((row) => ({ row, words: openWords(row.words_sealed) }));
  const [byId, byNumber, byReference] = await Promise.all([
    findChosenStudents(viewer, now, textsOf(drafts, "student.id")),
    findOwnStudents(viewer, now, textsOf(drafts, "student.number")),
    findFollowedStudents(viewer, textsOf(drafts, "followUpTo")),
  ]);
  await recordRead(viewer, now, {
    action: "draft:list",
    object: { kind: "draft", count: drafts.length },
    reason: usualReason(viewer),
  });
  const { organisationId } = viewer;
  return drafts.map(({ row, words }) => ({
    id: row.id,
    version: row.version,
    student:
      byId.get(textIn(words, "student.id")) ??
      byNumber.get(textIn(words, "student.number")) ??
      byReference.get(textIn(words, "followUpTo")) ??
      null,
    ...outlineOf(words),
    savedAt: row.saved_at,
    expiresOn: fromColumn(row.expires_on),
    ownerName: row.owner_name,
    isOwn: row.owner_id === viewer.accountId,
    handedInAt: row.handed_in_at,
    maySend: row.location_id !== null && can(viewer, "report:file", { organisationId, locationId: row.location_id }),
  }));
}

function textsOf(drafts: readonly { readonly words: FormValues }[], name: string): readonly string[] {
  return [...new Set(drafts.map(({ words }) => textIn(words, name)).filter((text) => text !== ""))];
}

/** What somebody of the own school began and did not send: how much, not what; and who could go on with it. */
export interface LeftDrafts {
  readonly count: number;
  readonly colleagues: readonly { readonly id: string; readonly name: string }[];
}

/** Null: not for this viewer to move. */
export async function findLeftDrafts(viewer: PersonViewer, now: Now, accountId: string): Promise<LeftDrafts | null> {
  const { organisationId } = viewer;
  if (!can(viewer, "draft:move", { organisationId })) return null;
  const [row] = await ask<{ count: number; colleagues: LeftDrafts["colleagues"] }>(Prisma.sql`
    SELECT (SELECT count(*)::int FROM report_drafts WHERE organisation_id = ${organisationId}::uuid
              AND owner_id = ${accountId}::uuid AND expires_on >= ${now.today}::date) AS count,
           (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name) ORDER BY name), '[]') FROM (
              SELECT DISTINCT a.id, a.name FROM mandates m JOIN accounts a ON a.id = m.account_id
               WHERE m.organisation_id = ${organisationId}::uuid AND m.role IN ('reporter', 'preparer')
                 AND a.disabled_at IS NULL AND a.id <> ${accountId}::uuid
                 AND ${now.today}::date BETWEEN m.valid_from_on AND COALESCE(m.valid_until_on, 'infinity')) AS c)
             AS colleagues`);
  return row === undefined ? null : { count: row.count, colleagues: row.colleagues };
}
