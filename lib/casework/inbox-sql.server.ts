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
import type { InboxCounts, InboxLine, InboxPlace, InboxView } from "./inbox";

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
  readonly firstName: string;
  readonly prefix: string | null;
  readonly lastName: string;
  readonly locationName: string;
  readonly schoolName: string;
  readonly officerName: string | null;
  readonly arrivalCount: number;
}

/** The rows of a list after a place, at most so many, in the order of the list. */
export async function askInbox(
  viewer: OfficeViewer,
  now: Now,
  { view, after, most }: { readonly view: InboxView; readonly after: InboxPlace | null; readonly most: number },
): Promise<readonly InboxRow[]> {
  // The names are looked up for these rows only, so that the index of the list gives them in its order and ends there.
  return ask<InboxRow>(Prisma.sql`SELECT r.id, r.reference, r.type, r.hours_total AS "hoursTotal", r.status,
      r.first_day_on::text AS "firstDay", r.due_at AS "dueAt", r.filed_at AS "filedAt", r.changed_at AS "changedAt",
      r.first_reaction_at AS "firstReactionAt", ${promised} AS "promisedAt", r.paused_at AS "pausedAt", r.is_urgent AS "isUrgent", r.is_protected AS "isProtected",
      EXISTS (SELECT FROM case_signals k WHERE k.report_id = r.id AND k.settled_at IS NULL) AS "hasSignal",
      s.first_name AS "firstName", s.prefix, s.last_name AS "lastName", l.name AS "locationName",
      o.name AS "schoolName", a.name AS "officerName",
      CASE WHEN r.type = 'late_arrival' THEN (SELECT count(*)::int FROM report_arrivals x WHERE x.report_id = r.id)
        ELSE 0 END AS "arrivalCount"
    FROM (SELECT r.* FROM reports r WHERE ${scopeSql(visibleReports(viewer))} AND ${inList(view, viewer, now)}
        AND ${behind(after)} ORDER BY ${orderOf(view)} LIMIT ${most}) r
      JOIN students s ON s.id = r.student_id JOIN locations l ON l.id = r.location_id
      JOIN organisations o ON o.id = r.organisation_id LEFT JOIN accounts a ON a.id = r.officer_id
    ORDER BY ${orderOf(view)}`);
}

/** How many reports each list of open work holds for who may see them, in one statement; each at most so many. */
export async function askInboxCounts(viewer: OfficeViewer, now: Now, most: number): Promise<InboxCounts> {
  const visible = scopeSql(visibleReports(viewer));
  const count = (view: InboxView) =>
    Prisma.sql`(SELECT count(*)::int FROM (SELECT 1 FROM reports
      WHERE ${visible} AND ${inList(view, viewer, now)} LIMIT ${most}) AS found)`;
  const [counts] = await ask<InboxCounts>(Prisma.sql`SELECT ${count("mine")} AS mine, ${count("overdue")} AS overdue,
    ${count("urgent")} AS urgent, ${count("unassigned")} AS unassigned, ${count("team")} AS team,
    ${offeredCount(viewer, most)} AS offered`);
  if (counts === undefined) throw new Error("counting gave no row");
  return counts;
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
    case "team":
      return Prisma.sql`closed_at IS NULL`;
    case "done":
      return Prisma.sql`closed_at IS NOT NULL`;
  }
}

/** Open work: what still waits for a reaction first, by its last day; then what was answered longest ago. Done: the last changed first. */
function orderOf(view: InboxView): Prisma.Sql {
  return view === "done"
    ? Prisma.sql`r.changed_at DESC, r.id DESC`
    : Prisma.sql`r.first_reaction_at NULLS FIRST, r.due_at, r.id`;
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
    officerName: row.officerName,
  };
}
