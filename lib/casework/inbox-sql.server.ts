import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import { ask } from "@/lib/db/statement.server";
import type { OfficeViewer } from "@/lib/identity/viewer";
import { visibleReports } from "@/lib/policy/report-rules";
import { isStill } from "@/lib/reports/clock";
import { overTerm, promised } from "@/lib/reports/clock-sql.server";
import { absenceTypeOf } from "@/lib/reports/record-codes";
import { scopeSql } from "@/lib/reports/report-scope.server";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { studentName } from "@/lib/shared/student-name";
import type { Status } from "@/lib/timeline/statuses";
import type { InboxCounts, InboxLine, InboxPlace, InboxView, KeptView } from "./inbox";
import type { InboxFilter } from "./inbox-filter";
import { filterSql, hasUnread, isCallAwaited } from "./inbox-filter-sql.server";

export interface InboxRow {
  readonly id: string;
  readonly reference: string;
  readonly type: string;
  /** A number in words of the database. */
  readonly hoursTotal: string;
  readonly status: Status;
  readonly firstDay: CalendarDate;
  readonly dueAt: Date;
  readonly filedAt: Date;
  readonly changedAt: Date;
  readonly firstReactionAt: Date | null;
  readonly promisedAt: Date | null;
  readonly pausedAt: Date | null;
  readonly isUrgent: boolean;
  readonly isProtected: boolean;
  readonly hasSignal: boolean;
  readonly hasUnread: boolean;
  readonly isCallAwaited: boolean;
  readonly firstName: string;
  readonly prefix: string | null;
  readonly lastName: string;
  readonly locationName: string;
  readonly schoolName: string;
  readonly officerName: string | null;
  readonly arrivalCount: number;
}

interface ListPart {
  readonly view: InboxView;
  readonly filter: InboxFilter;
  readonly after: InboxPlace | null;
  readonly most: number;
}

/** The rows of a list after a place, at most so many, in the order of the list. */
export async function askInbox(viewer: OfficeViewer, now: Now, part: ListPart): Promise<readonly InboxRow[]> {
  const { view } = part;
  return ask<InboxRow>(Prisma.sql`SELECT reports.id, reports.reference, reports.type, reports.hours_total AS "hoursTotal", reports.status,
      reports.first_day_on::text AS "firstDay", reports.due_at AS "dueAt", reports.filed_at AS "filedAt", reports.changed_at AS "changedAt",
      reports.first_reaction_at AS "firstReactionAt", ${promised} AS "promisedAt", reports.paused_at AS "pausedAt", reports.is_urgent AS "isUrgent", reports.is_protected AS "isProtected",
      EXISTS (SELECT FROM case_signals k WHERE k.report_id = reports.id AND k.settled_at IS NULL) AS "hasSignal",
      ${hasUnread(Prisma.sql`reports.id`)} AS "hasUnread", ${isCallAwaited(Prisma.sql`reports.id`)} AS "isCallAwaited",
      s.first_name AS "firstName", s.prefix, s.last_name AS "lastName", l.name AS "locationName",
      o.name AS "schoolName", a.name AS "officerName",
      CASE WHEN reports.type = 'late_arrival' THEN (SELECT count(*)::int FROM report_arrivals x WHERE x.report_id = reports.id)
        ELSE 0 END AS "arrivalCount"
    FROM (${idsSql(viewer, now, part)}) found JOIN reports ON reports.id = found.id
      JOIN students s ON s.id = reports.student_id JOIN locations l ON l.id = reports.location_id
      JOIN organisations o ON o.id = reports.organisation_id LEFT JOIN accounts a ON a.id = reports.officer_id
    ORDER BY ${orderOf(view)}`);
}

/** Which reports those are. From the index alone, which holds all that is filtered by; a report itself is looked up when it is on the page. */
export function idsSql(viewer: OfficeViewer, now: Now, { view, filter, after, most }: ListPart): Prisma.Sql {
  return Prisma.sql`SELECT id FROM reports WHERE ${inFilter(viewer, now, { view, filter })} AND ${behind(after)}
    ORDER BY ${orderOf(view)} LIMIT ${most}`;
}

function inFilter(viewer: OfficeViewer, now: Now, { view, filter }: Pick<ListPart, "view" | "filter">): Prisma.Sql {
  return Prisma.sql`${scopeSql(visibleReports(viewer))} AND ${inList(view, viewer, now)} AND ${filterSql(filter, viewer)}`;
}

export interface BesideList {
  readonly counts: InboxCounts;
  /** How many the list with its filters holds. Null: it has none. */
  readonly found: number | null;
  readonly kept: readonly KeptView[];
}

interface Beside {
  /** The list with filters that is looked at. Null: a whole list, which is counted anyway. */
  readonly narrowed: Pick<ListPart, "view" | "filter"> | null;
  readonly most: number;
}

/**
 * How many reports each list of open work holds for who may see them, each at most so many, and which views are kept,
 * in one statement.
 */
export async function askBeside(viewer: OfficeViewer, now: Now, { narrowed, most }: Beside): Promise<BesideList> {
  const count = (where: Prisma.Sql) =>
    Prisma.sql`(SELECT count(*)::int FROM (SELECT 1 FROM reports WHERE ${where} LIMIT ${most}) AS found)`;
  const list = (view: InboxView) => count(inFilter(viewer, now, { view, filter: {} }));
  const [row] = await ask<InboxCounts & Omit<BesideList, "counts">>(Prisma.sql`SELECT ${list("mine")} AS mine,
    ${list("overdue")} AS overdue, ${list("urgent")} AS urgent, ${list("unassigned")} AS unassigned,
    ${list("waits_school")} AS waits_school, ${list("waits_other")} AS waits_other, ${list("team")} AS team,
    ${offeredCount(viewer, most)} AS offered,
    ${narrowed === null ? Prisma.sql`NULL` : count(inFilter(viewer, now, narrowed))} AS found,
    ${keptViews(viewer, now)} AS kept`);
  if (row === undefined) throw new Error("counting gave no row");
  const { found, kept, ...counts } = row;
  return { counts, found, kept };
}

/** The own views, and those that colleagues share; of who left the office nobody else could ever take them away. */
function keptViews({ officeId, accountId }: OfficeViewer, { today }: Now): Prisma.Sql {
  const isOwn = Prisma.sql`v.account_id = ${accountId}::uuid`;
  return Prisma.sql`(SELECT coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'name', v.name, 'isShared', v.is_shared,
      'isOwn', ${isOwn}, 'address', v.address) ORDER BY v.name COLLATE "nl-x-icu", v.id), '[]')
    FROM inbox_views v WHERE v.office_id = ${officeId}::uuid AND (${isOwn} OR (v.is_shared AND EXISTS (
      SELECT FROM mandates m JOIN accounts a ON a.id = m.account_id
      WHERE m.account_id = v.account_id AND m.organisation_id = v.office_id AND a.disabled_at IS NULL
        AND m.valid_from_on <= ${today}::date AND (m.valid_until_on IS NULL OR m.valid_until_on >= ${today}::date)))))`;
}

function offeredCount({ officeId, protectedCases }: OfficeViewer, most: number): Prisma.Sql {
  return Prisma.sql`(SELECT count(*)::int FROM (SELECT 1 FROM case_transfers t JOIN reports r ON r.id = t.report_id
    WHERE t.to_office_id = ${officeId}::uuid AND t.answer IS NULL AND r.closed_at IS NULL
      AND (NOT r.is_protected OR ${protectedCases}) LIMIT ${most}) AS found)`;
}

/** Which reports a list holds, besides those that the viewer may see at all. */
function inList(view: InboxView, { accountId }: OfficeViewer, now: Now): Prisma.Sql {
  // By the moment of the end and not by status: an index cannot see that a status which arrives as a parameter is open.
  switch (view) {
    case "mine":
      return Prisma.sql`closed_at IS NULL AND officer_id = ${accountId}::uuid`;
    case "overdue":
      return Prisma.sql`closed_at IS NULL AND ${overTerm} < ${now.at}`;
    case "urgent":
      return Prisma.sql`closed_at IS NULL AND is_urgent`;
    case "unassigned":
      return Prisma.sql`closed_at IS NULL AND officer_id IS NULL`;
    case "waits_school":
      return waitsFor("school");
    case "waits_other":
      return waitsFor("third_party");
    case "team":
      return Prisma.sql`closed_at IS NULL`;
    case "done":
      return Prisma.sql`closed_at IS NOT NULL`;
  }
}

function waitsFor(reason: string): Prisma.Sql {
  return Prisma.sql`closed_at IS NULL AND paused_at IS NOT NULL AND EXISTS (SELECT FROM clock_pauses p
    WHERE p.report_id = reports.id AND p.ended_at IS NULL AND p.reason = ${reason})`;
}

/** Open work: what still waits for a reaction first, by its last day; then what was answered longest ago. Done: the last changed first. */
function orderOf(view: InboxView): Prisma.Sql {
  return view === "done"
    ? Prisma.sql`reports.changed_at DESC, reports.id DESC`
    : Prisma.sql`reports.first_reaction_at NULLS FIRST, reports.due_at, reports.id`;
}

/** Rows are compared whole, so that the database begins in its index at this place, however far the page. */
function behind(place: InboxPlace | null): Prisma.Sql {
  if (place === null) return Prisma.sql`TRUE`;
  const { id } = place;
  if (place.list === "done") return Prisma.sql`(changed_at, id) < (${place.changedAt}, ${id}::uuid)`;
  const { firstReactionAt, dueAt } = place;
  return firstReactionAt === null
    ? Prisma.sql`(first_reaction_at IS NOT NULL OR (due_at, id) > (${dueAt}, ${id}::uuid))`
    : Prisma.sql`(first_reaction_at, due_at, id) > (${firstReactionAt}, ${dueAt}, ${id}::uuid)`;
}

export function presentInboxRow(row: InboxRow): InboxLine {
  return {
    reference: row.reference,
    studentName: studentName(row),
    type: absenceTypeOf(row.type),
    schoolName: row.schoolName,
    locationName: row.locationName,
    hoursTotal: Number(row.hoursTotal),
    arrivalCount: row.arrivalCount,
    status: row.status,
    firstDay: row.firstDay,
    promisedAt: row.promisedAt,
    isStill: isStill(row),
    filedAt: row.filedAt,
    changedAt: row.changedAt,
    hasReaction: row.firstReactionAt !== null,
    isUrgent: row.isUrgent,
    isProtected: row.isProtected,
    hasSignal: row.hasSignal,
    hasUnread: row.hasUnread,
    isCallAwaited: row.isCallAwaited,
    officerName: row.officerName,
  };
}
