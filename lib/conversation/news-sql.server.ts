import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import { ask } from "@/lib/db/statement.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import type { Spread } from "@/lib/notifications/spread.server";
import { visibleReports } from "@/lib/policy/report-rules";
import { scopeSql } from "@/lib/reports/report-scope.server";
import type { Now } from "@/lib/shared/clock";
import { firstIdAt, momentOfId } from "@/lib/shared/ids";
import { betweenOffices } from "@/lib/timeline/redact";
import { editableMilliseconds } from "./editing";
import type { NewsFacts } from "./news";

/** An event can reach the database so long after its id was made. */
const lateMilliseconds = 10_000;
/** Whoever was away longer loads the page anew anyway. */
const longestAwayMilliseconds = 24 * 60 * 60_000;
/** Of more the newest are told, and of the rest only that there is more. */
const mostNews = 100;

const ofReport = Prisma.sql`r.reference, r.organisation_id AS "organisationId", r.location_id AS "locationId",
  r.office_id AS "officeId", r.is_protected AS "isProtected"`;
const ofEvent = Prisma.sql`e.id, e.kind, e.actor_id AS "actorId", true AS "isForSchool", ${ofReport}`;
/** What is no event stands at its own moment. */
const ofLetter = Prisma.sql`l.id, l.refused_at AS at, 'mail_returned' AS kind, NULL::uuid AS "actorId",
  l.side = 'school' AS "isForSchool", ${ofReport}`;
const ofEdit = Prisma.sql`m.id, m.edited_at AS at, 'messaged' AS kind, m.author_id AS "actorId",
  true AS "isForSchool", ${ofReport}`;
const ofNote = Prisma.sql`n.id, coalesce(n.edited_at, n.written_at) AS at, 'note_written' AS kind,
  n.author_id AS "actorId", false AS "isForSchool", ${ofReport}`;

export async function askNews({ events, returned, edited, notes }: Spread): Promise<readonly NewsFacts[]> {
  const news = await Promise.all([askEvents(events), askReturned(returned), askEdited(edited), askNotes(notes)]);
  return news.flat();
}

async function askEvents(ids: readonly string[]): Promise<readonly NewsFacts[]> {
  if (ids.length === 0) return [];
  return ask<NewsFacts & Record<string, unknown>>(Prisma.sql`SELECT ${ofEvent} FROM events e
    JOIN reports r ON r.id = e.report_id WHERE e.id = ANY(${[...ids]}::uuid[]) ORDER BY e.id`);
}

async function askReturned(ids: readonly string[]): Promise<readonly NewsFacts[]> {
  if (ids.length === 0) return [];
  return askByMoment(Prisma.sql`SELECT ${ofLetter} FROM letters l JOIN reports r ON r.id = l.report_id
    WHERE l.id = ANY(${[...ids]}::uuid[]) AND l.refused_at IS NOT NULL ORDER BY l.id`);
}

async function askEdited(ids: readonly string[]): Promise<readonly NewsFacts[]> {
  if (ids.length === 0) return [];
  return askByMoment(Prisma.sql`SELECT ${ofEdit} FROM messages m JOIN reports r ON r.id = m.report_id
    WHERE m.id = ANY(${[...ids]}::uuid[]) AND m.edited_at IS NOT NULL ORDER BY m.id`);
}

async function askNotes(ids: readonly string[]): Promise<readonly NewsFacts[]> {
  if (ids.length === 0) return [];
  return askByMoment(Prisma.sql`SELECT ${ofNote} FROM office_notes n JOIN reports r ON r.id = n.report_id
    WHERE n.id = ANY(${[...ids]}::uuid[]) ORDER BY n.id`);
}

/** What happened after an event and concerns this viewer; a little of what came before it may be among it. */
export async function askNewsSince(viewer: PersonViewer, since: string, now: Now): Promise<readonly NewsFacts[]> {
  const from = new Date(
    Math.max(momentOfId(since).getTime() - lateMilliseconds, now.at.getTime() - longestAwayMilliseconds),
  );
  const readable = Prisma.sql`(SELECT * FROM reports WHERE ${scopeSql(visibleReports(viewer))})`;
  const parts = await Promise.all([
    ask<NewsFacts & Record<string, unknown>>(Prisma.sql`SELECT ${ofEvent} FROM events e
      JOIN ${readable} r ON r.id = e.report_id WHERE e.id > ${firstIdAt(from)}::uuid AND ${concerning(viewer)}
      ORDER BY e.id DESC LIMIT ${mostNews + 1}`),
    askByMoment(Prisma.sql`SELECT ${ofLetter} FROM letters l
      JOIN ${readable} r ON r.id = l.report_id WHERE l.refused_at > ${from}::timestamptz
      AND (l.side = 'school' OR ${viewer.kind !== "school"}) ORDER BY l.refused_at DESC LIMIT ${mostNews + 1}`),
    // Words can be put right for a few minutes: the key leads to those few, and no index on the edits is needed.
    askByMoment(Prisma.sql`SELECT ${ofEdit} FROM messages m JOIN ${readable} r ON r.id = m.report_id
      WHERE m.id > ${firstEditable(from)}::uuid
      AND m.edited_at > ${from}::timestamptz AND m.author_id IS DISTINCT FROM ${viewer.accountId}::uuid
      ORDER BY m.edited_at DESC LIMIT ${mostNews + 1}`),
    viewer.kind === "school" ? [] : askNotesSince(viewer, { readable, from }),
  ]);
  return newestOf(parts.flat());
}

function askNotesSince(
  viewer: PersonViewer,
  { readable, from }: { readonly readable: Prisma.Sql; readonly from: Date },
): Promise<readonly NewsFacts[]> {
  return askByMoment(Prisma.sql`SELECT ${ofNote} FROM office_notes n JOIN ${readable} r ON r.id = n.report_id
    WHERE n.id > ${firstEditable(from)}::uuid AND coalesce(n.edited_at, n.written_at) > ${from}::timestamptz
    AND n.author_id <> ${viewer.accountId}::uuid
    ORDER BY coalesce(n.edited_at, n.written_at) DESC LIMIT ${mostNews + 1}`);
}

async function askByMoment(statement: Prisma.Sql): Promise<readonly NewsFacts[]> {
  return (await ask<MomentRow>(statement)).map(toNews);
}

const firstEditable = (from: Date) => firstIdAt(new Date(from.getTime() - editableMilliseconds));

/** Asked already of the database: what is left out afterwards would leave no place for what does concern him. */
function concerning({ kind, accountId }: PersonViewer): Prisma.Sql {
  const ofOthers = Prisma.sql`e.actor_id IS DISTINCT FROM ${accountId}::uuid`;
  if (kind !== "school") return ofOthers;
  return Prisma.sql`${ofOthers} AND NOT (r.is_protected AND e.kind = ANY(${[...betweenOffices]}))`;
}

/** In order; the first says that there was more before it. */
function newestOf(news: readonly NewsFacts[]): readonly NewsFacts[] {
  const newest = news.toSorted((one, other) => (one.id < other.id ? -1 : 1)).slice(-mostNews - 1);
  const [oldest, ...told] = newest;
  if (oldest === undefined || newest.length <= mostNews) return newest;
  return [{ ...oldest, reference: null, byMoment: undefined }, ...told];
}

interface MomentRow extends Omit<NewsFacts, "byMoment">, Record<string, unknown> {
  readonly at: Date;
}

function toNews({ at, ...row }: MomentRow): NewsFacts {
  return { ...row, id: idAt(at, row.id), byMoment: true };
}

/** It stands between the events at its moment, under the same id wherever it is asked. */
const idAt = (moment: Date, id: string) => `${firstIdAt(moment).slice(0, -12)}${id.slice(-12)}`;
