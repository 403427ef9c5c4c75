import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { recordRead } from "@/lib/audit/record.server";
import { Prisma } from "@/lib/db/generated/client";
import { ask } from "@/lib/db/statement.server";
import { findChosenStudents, findOwnStudents } from "@/lib/directory/own-students.server";
import type { Viewer } from "@/lib/identity/viewer";
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
