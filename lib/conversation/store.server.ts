import "server-only";
import type { RowWriter } from "@/lib/audit/transact.server";
import { Prisma } from "@/lib/db/generated/client";
import { sealOptional, sealText } from "@/lib/db/seal.server";
import { spreadNote } from "@/lib/notifications/spread.server";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import type { RequestCode } from "./request-kinds";

interface Author {
  readonly accountId: string;
  readonly name: string;
  readonly organisationName: string;
}

interface NewMessage {
  readonly id: string;
  readonly reportId: string;
  readonly side: "school" | "office";
  readonly author: Author;
  readonly words: string;
  readonly replyToId: string | null;
}

export function messageRow({ id, reportId, side, author, words, replyToId }: NewMessage, now: Now) {
  return {
    id,
    report_id: reportId,
    side,
    author_id: author.accountId,
    author_name: author.name,
    organisation: author.organisationName,
    words_sealed: sealText(words),
    reply_to_id: replyToId,
    origin: "desk",
    sent_at: now.at.toISOString(),
    edited_at: null,
    read_at: null,
  };
}

export const messageRows: RowWriter<ReturnType<typeof messageRow>> = {
  insert: (rows) =>
    Prisma.sql`INSERT INTO messages SELECT * FROM jsonb_populate_recordset(NULL::messages, ${JSON.stringify(rows)}::jsonb)`,
};

interface NewNote {
  readonly id: string;
  readonly reportId: string;
  readonly author: Author;
  readonly words: string;
}

export function noteRow({ id, reportId, author, words }: NewNote, now: Now) {
  return {
    id,
    report_id: reportId,
    author_id: author.accountId,
    author_name: author.name,
    office: author.organisationName,
    words_sealed: sealText(words),
    written_at: now.at.toISOString(),
    edited_at: null,
  };
}

export const noteRows: RowWriter<ReturnType<typeof noteRow>> = {
  insert: (rows) =>
    Prisma.sql`INSERT INTO office_notes SELECT * FROM jsonb_populate_recordset(NULL::office_notes, ${JSON.stringify(rows)}::jsonb)
      RETURNING ${spreadNote}`,
};

interface NewRequest {
  readonly id: string;
  readonly reportId: string;
  readonly kind: RequestCode;
  readonly words: string | undefined;
  readonly author: Author;
  readonly dueOn: CalendarDate;
}

export function requestRow({ id, reportId, kind, words, author, dueOn }: NewRequest, now: Now) {
  return {
    id,
    report_id: reportId,
    kind,
    words_sealed: sealOptional(words),
    office: author.organisationName,
    asked_by_id: author.accountId,
    asked_by_name: author.name,
    asked_at: now.at.toISOString(),
    due_on: dueOn,
    reminded_at: null,
    answered_at: null,
    answered_by_name: null,
    answer_sealed: null,
    answer_paper_id: null,
    dropped_at: null,
  };
}

export const requestRows: RowWriter<ReturnType<typeof requestRow>> = {
  insert: (rows) =>
    Prisma.sql`INSERT INTO requests SELECT * FROM jsonb_populate_recordset(NULL::requests, ${JSON.stringify(rows)}::jsonb)`,
};

/** What was typed is said now: the draft goes with it, in the same statement. */
export const spentDrafts: RowWriter<{
  readonly report_id: string;
  readonly account_id: string;
  readonly about: "message" | "note";
}> = {
  insert: (rows) => Prisma.sql`DELETE FROM message_drafts USING
    jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS spent(report_id uuid, account_id uuid, about text)
    WHERE message_drafts.report_id = spent.report_id AND message_drafts.account_id = spent.account_id
      AND message_drafts.about = spent.about`,
};
