import "server-only";
import { isDeepStrictEqual } from "node:util";
import { Prisma } from "@/lib/db/generated/client";
import { ask } from "@/lib/db/statement.server";
import type { SchoolViewer, Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { draftsOf } from "@/lib/policy/draft-rules";
import type { Now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { NotAllowed } from "@/lib/shared/problem";
import type { DraftInput, KeptDraft } from "../draft";
import { draftScopeSql, openWords, sealWords } from "../draft-rows.server";
import { lastDayOfDraft } from "../draft-terms";

/**
 * Keeps what was typed so far, in one statement. Words that come from an older version than the one that is kept, or
 * for a draft that was thrown away, overwrite nothing and are not lost either: they become a draft of their own, unless
 * the one that is kept says the same.
 */
export async function saveDraft(viewer: Viewer, input: DraftInput, now: Now): Promise<KeptDraft> {
  if (viewer.kind !== "school" || !can(viewer, "draft:begin", viewer)) throw new NotAllowed("draft:begin");
  const row = await save(viewer, input, now);
  if (row.reference !== null) return { kind: "sent", reference: row.reference };
  // A row that this page knew and that is new again was gone by the time that it was written.
  const isAsExpected = row.version !== null && (row.version > 1 || input.version === 0);
  const met = isAsExpected ? null : await metInstead(viewer, input);
  if (met?.kind === "sent") return met;
  if (row.version !== null) return { kind: "saved", id: input.id, version: row.version };
  return met ?? copyOf(viewer, input, now);
}

async function copyOf(viewer: SchoolViewer, input: DraftInput, now: Now): Promise<KeptDraft> {
  const id = newId();
  const words = { ...input.words, submissionId: id };
  const { version } = await save(viewer, { ...input, id, version: 0, words }, now);
  if (version === null) throw new Error("a new draft was not kept");
  return { kind: "copied", id, version };
}

/**
 * What another tab made of the draft while these words were under way: a report, or the same words. Null: neither. A
 * draft that came to be again beside its report goes.
 */
async function metInstead(viewer: SchoolViewer, { id, words }: DraftInput): Promise<KeptDraft | null> {
  const scope = draftsOf(viewer);
  if (scope === null) throw new NotAllowed("draft:begin");
  const [row] = await ask<{ reference: string | null; version: number | null; sealed: string | null }>(Prisma.sql`
    WITH sent AS (
      SELECT reference FROM reports
       WHERE submission_id = ${id}::uuid AND organisation_id = ${viewer.organisationId}::uuid
    ), gone AS (
      DELETE FROM report_drafts d WHERE d.id = ${id}::uuid AND ${draftScopeSql(scope)} AND EXISTS (SELECT FROM sent)
    )
    SELECT (SELECT reference FROM sent) AS reference, d.version, d.words_sealed AS sealed
      FROM (VALUES (1)) AS one LEFT JOIN report_drafts d ON d.id = ${id}::uuid AND ${draftScopeSql(scope)}`);
  if (row === undefined) throw new Error("looking at a draft gave no row");
  const { reference, version, sealed } = row;
  if (reference !== null) return { kind: "sent", reference };
  const isSame = sealed !== null && isDeepStrictEqual(openWords(sealed), words);
  return isSame && version !== null ? { kind: "saved", id, version } : null;
}

interface SavedRow {
  /** Null: not saved. */
  readonly version: number | null;
  /** Null: not sent. */
  readonly reference: string | null;
}

async function save(viewer: SchoolViewer, { id, version, page, words }: DraftInput, now: Now): Promise<SavedRow> {
  const scope = draftsOf(viewer);
  if (scope === null) throw new NotAllowed("draft:begin");
  const { organisationId, accountId } = viewer;
  const [row] = await ask<{ version: number | null; reference: string | null }>(Prisma.sql`
    WITH sent AS (
      SELECT reference FROM reports WHERE submission_id = ${id}::uuid AND organisation_id = ${organisationId}::uuid
    ), kept AS (
      INSERT INTO report_drafts AS d (id, organisation_id, owner_id, words_sealed, version, page_id, created_at, saved_at, expires_on)
      SELECT ${id}::uuid, ${organisationId}::uuid, ${accountId}::uuid, ${sealWords(words)}, 1, ${page}::uuid,
             ${now.at}::timestamptz, ${now.at}::timestamptz, ${lastDayOfDraft(now.today)}::date
       WHERE NOT EXISTS (SELECT FROM reports WHERE submission_id = ${id}::uuid)
         AND (${version}::int = 0 OR EXISTS (SELECT FROM report_drafts WHERE id = ${id}::uuid))
      ON CONFLICT (id) DO UPDATE
        SET words_sealed = excluded.words_sealed, version = d.version + 1, page_id = excluded.page_id, saved_at = excluded.saved_at,
            expires_on = excluded.expires_on
        WHERE (d.version = ${version}::int OR d.page_id = excluded.page_id) AND ${draftScopeSql(scope)}
      RETURNING d.version
    )
    SELECT (SELECT version FROM kept) AS version, (SELECT reference FROM sent) AS reference`);
  if (row === undefined) throw new Error("keeping a draft gave no row");
  return row;
}
