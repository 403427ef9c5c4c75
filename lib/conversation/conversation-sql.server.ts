import "server-only";
import { entrySql } from "@/lib/audit/record.server";
import { Prisma } from "@/lib/db/generated/client";
import { ask } from "@/lib/db/statement.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { noticesReadSql } from "@/lib/notifications/notices-read.server";
import { visibleReports } from "@/lib/policy/report-rules";
import { scopeSql } from "@/lib/reports/report-scope.server";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import type { Status } from "@/lib/timeline/statuses";
import type { Follower } from "./views";

export interface MessageRow {
  readonly id: string;
  readonly side: "school" | "office";
  readonly authorId: string | null;
  readonly authorName: string;
  readonly organisation: string;
  readonly wordsSealed: string;
  readonly origin: string;
  readonly sentAt: string;
  readonly editedAt: string | null;
  readonly readAt: string | null;
  readonly quotedSealed: string | null;
}

export interface NoteRow {
  readonly id: string;
  readonly authorId: string;
  readonly authorName: string;
  readonly office: string;
  readonly wordsSealed: string;
  readonly writtenAt: string;
  readonly editedAt: string | null;
}

export interface RequestRow {
  readonly id: string;
  readonly kind: string;
  readonly wordsSealed: string | null;
  readonly askedByName: string;
  readonly askedAt: string;
  readonly dueOn: CalendarDate;
  readonly answeredAt: string | null;
  readonly answeredByName: string | null;
  readonly answerSealed: string | null;
  readonly paperId: string | null;
  /** Null: it was answered in words. Empty: the paper is gone, and its name with it. */
  readonly paperNameSealed: string | null;
  readonly paperState: string | null;
  readonly droppedAt: string | null;
}

export interface ConversationRow {
  readonly status: Status;
  readonly organisationId: string;
  readonly locationId: string;
  readonly officeId: string | null;
  readonly isProtected: boolean;
  readonly newSince: Date;
  /** By what each is to become. */
  readonly draftsSealed: Readonly<Record<string, string>> | null;
  readonly opened: { readonly first: string; readonly last: string } | null;
  readonly watch: { readonly state: "follow" | "mute"; readonly askedBy: string | null } | null;
  readonly followers: readonly Follower[] | null;
  readonly unreached: readonly string[] | null;
  readonly messages: readonly MessageRow[] | null;
  readonly notes: readonly NoteRow[] | null;
  readonly requests: readonly RequestRow[] | null;
}

/** After this pause somebody who comes back makes a new visit. */
const visitGapMinutes = 30;
export const messagesShown = 50;

/**
 * All that was said about one report, in one trip; the same statement notes the visit, marks what the other side wrote
 * as read, with the notices about it, and puts the reading on the access log. It reads as things stood before, so what is new is still new here.
 */
export async function askConversation(
  viewer: PersonViewer,
  now: Now,
  reportId: string,
): Promise<ConversationRow | undefined> {
  const [row] = await ask<ConversationRow>(Prisma.sql`
    WITH report AS (
      SELECT id, status, organisation_id, location_id, office_id, is_protected FROM reports
       WHERE id = ${reportId}::uuid AND ${scopeSql(visibleReports(viewer))}
    ), visit AS (${visitSql(viewer, now)}), seen AS (${readSql(viewer, now)}),
    noticed AS (${noticesReadSql(viewer, now, Prisma.sql`report`)}), logged AS (
      ${entrySql(viewer, now, { action: "conversation:read", object: { kind: "report", id: reportId } }, Prisma.sql`report`)}
    )
    SELECT r.status, r.organisation_id AS "organisationId", r.location_id AS "locationId",
           r.office_id AS "officeId", r.is_protected AS "isProtected", v.new_since AS "newSince",
           (SELECT json_object_agg(about, words_sealed) FROM message_drafts
             WHERE report_id = r.id AND account_id = ${viewer.accountId}::uuid) AS "draftsSealed",
           ${openedSql(viewer)} AS opened, ${watchSql(viewer)} AS watch, ${followersSql(viewer, now)} AS followers, ${unreachedSql(viewer)} AS unreached,
           ${messagesSql} AS messages, ${notesSql(viewer)} AS notes, ${requestsSql} AS requests
      FROM report r CROSS JOIN visit v`);
  return row;
}

function visitSql({ accountId, organisationId }: PersonViewer, now: Now): Prisma.Sql {
  return Prisma.sql`INSERT INTO visits (report_id, account_id, organisation_id, opened_at, new_since, seen_at)
    SELECT id, ${accountId}::uuid, ${organisationId}::uuid, at, at, at
      FROM report CROSS JOIN (SELECT ${now.at}::timestamptz AS at) AS visited
    ON CONFLICT (report_id, account_id) DO UPDATE SET seen_at = EXCLUDED.seen_at,
      organisation_id = coalesce(visits.organisation_id, EXCLUDED.organisation_id), new_since =
      CASE WHEN visits.seen_at < EXCLUDED.seen_at - make_interval(mins => ${visitGapMinutes}::int)
        THEN visits.seen_at ELSE visits.new_since END
    RETURNING new_since`;
}

function readSql({ kind }: PersonViewer, now: Now): Prisma.Sql {
  return Prisma.sql`UPDATE messages SET read_at = ${now.at}::timestamptz FROM report
    WHERE messages.report_id = report.id AND messages.side <> ${kind} AND messages.read_at IS NULL`;
}

/** When somebody of the other side had the report open, for the first time and for the last. */
function openedSql({ kind }: PersonViewer): Prisma.Sql {
  const other = kind === "office" ? Prisma.sql`r.organisation_id` : Prisma.sql`r.office_id`;
  return Prisma.sql`(SELECT jsonb_build_object('first', min(o.opened_at), 'last', max(o.seen_at)) FROM visits o
    WHERE o.report_id = r.id AND o.organisation_id = ${other} HAVING count(*) > 0)`;
}

function watchSql(viewer: PersonViewer): Prisma.Sql {
  return Prisma.sql`(SELECT jsonb_build_object('state', CASE WHEN w.is_muted THEN 'mute' ELSE 'follow' END,
      'askedBy', ${askerSql(viewer)}) FROM watches w
    WHERE w.report_id = r.id AND w.account_id = ${viewer.accountId}::uuid)`;
}

/** Colleagues who follow the report and still work there. */
function followersSql(viewer: PersonViewer, now: Now): Prisma.Sql {
  return Prisma.sql`(SELECT jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'askedBy', ${askerSql(viewer)})
      ORDER BY a.name, a.id) FROM watches w JOIN accounts a ON a.id = w.account_id
    WHERE w.report_id = r.id AND NOT w.is_muted AND a.id <> ${viewer.accountId}::uuid
      AND EXISTS (SELECT FROM mandates m WHERE m.account_id = a.id AND m.organisation_id = ${viewer.organisationId}::uuid
        AND m.valid_from_on <= ${now.today}::date AND (m.valid_until_on IS NULL OR m.valid_until_on >= ${now.today}::date)))`;
}

/** Who of the own side asked; of the other side nobody is named. */
function askerSql({ organisationId }: PersonViewer): Prisma.Sql {
  return Prisma.sql`(SELECT b.name FROM accounts b WHERE b.id = w.asked_by_id AND EXISTS
    (SELECT FROM mandates m WHERE m.account_id = b.id AND m.organisation_id = ${organisationId}::uuid))`;
}

/** Addresses that a mail server refused for good; an office hears it of the school's too, for it waits for them. */
function unreachedSql({ kind }: PersonViewer): Prisma.Sql {
  return Prisma.sql`(SELECT jsonb_agg(DISTINCT l.to_address) FROM letters l
    WHERE l.report_id = r.id AND l.refused_at IS NOT NULL AND (l.side = ${kind} OR ${kind} = 'office'))`;
}

const messagesSql = Prisma.sql`(SELECT jsonb_agg(jsonb_build_object('id', m.id, 'side', m.side,
    'authorId', m.author_id, 'authorName', m.author_name, 'organisation', m.organisation,
    'wordsSealed', m.words_sealed, 'origin', m.origin, 'sentAt', m.sent_at, 'editedAt', m.edited_at,
    'readAt', m.read_at, 'quotedSealed', q.words_sealed) ORDER BY m.id)
  FROM (SELECT * FROM messages WHERE report_id = r.id ORDER BY id DESC LIMIT ${messagesShown + 1}) m
  LEFT JOIN messages q ON q.id = m.reply_to_id)`;

/** Only the statement of an office names the notes: that of the school cannot give one. */
function notesSql({ kind }: PersonViewer): Prisma.Sql {
  if (kind !== "office") return Prisma.sql`NULL::jsonb`;
  return Prisma.sql`(SELECT jsonb_agg(jsonb_build_object('id', n.id, 'authorId', n.author_id,
    'authorName', n.author_name, 'office', n.office, 'wordsSealed', n.words_sealed, 'writtenAt', n.written_at,
    'editedAt', n.edited_at) ORDER BY n.id)
  FROM office_notes n WHERE n.report_id = r.id)`;
}

const requestsSql = Prisma.sql`(SELECT jsonb_agg(jsonb_build_object('id', a.id, 'kind', a.kind,
    'wordsSealed', a.words_sealed, 'askedByName', a.asked_by_name, 'askedAt', a.asked_at, 'dueOn', a.due_on,
    'answeredAt', a.answered_at, 'answeredByName', a.answered_by_name, 'answerSealed', a.answer_sealed,
    'droppedAt', a.dropped_at, 'paperId', p.id, 'paperNameSealed', p.name_sealed, 'paperState', p.state) ORDER BY a.id)
  FROM requests a LEFT JOIN attachments p ON p.id = a.answer_paper_id AND p.report_id = a.report_id WHERE a.report_id = r.id)`;
