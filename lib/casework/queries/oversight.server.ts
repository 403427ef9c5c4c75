import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { recordRead } from "@/lib/audit/record.server";
import { prisma } from "@/lib/db/client.server";
import { Prisma } from "@/lib/db/generated/client";
import { ask } from "@/lib/db/statement.server";
import type { OfficeViewer, Viewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { visibleReports } from "@/lib/policy/report-rules";
import { closeReasonCodes } from "@/lib/reports/codes";
import { scopeSql } from "@/lib/reports/report-scope.server";
import { addDays, fromColumn, startOfDay, weekdayOf } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { countLimit, type Page } from "@/lib/shared/page";
import { NotAllowed } from "@/lib/shared/problem";
import { studentName } from "@/lib/shared/student-name";
import {
  type Age,
  ages,
  type Behind,
  type BehindLine,
  type BehindPlace,
  type IdleDays,
  type OfficerLoad,
  type Oversight,
  readBehindCursor,
  writeBehindCursor,
} from "../oversight";
import { isBehind, overOpen } from "../oversight-sql.server";

const weekCount = 12;
const monthCount = 6;
const pageSize = 100;

/** What the office has in hand, how long it lies, how fast it reacts and what comes of it: numbers, and nobody's name but the team's. */
export async function findOversight(viewer: Viewer, now: Now, idleDays: IdleDays): Promise<Oversight> {
  const own = requireOversight(viewer);
  const [open, officers, outcomes, weeks, figures] = await Promise.all([
    askOpen(own, now, idleDays),
    askOfficers(own, now),
    askOutcomes(own, now),
    askWeeks(own, now),
    prisma.reactionFigure.findMany({
      where: { officeId: own.officeId, kind: "month" },
      orderBy: { startsOn: "desc" },
      take: monthCount,
    }),
  ]);
  const object = { kind: "report", count: open.open };
  await recordRead(own, now, { action: "oversight:read", object, reason: usualReason(own) });
  return {
    ...open,
    officers,
    outcomes,
    weeks,
    months: figures.toReversed().map(({ startsOn, ...figure }) => ({ ...figure, startsOn: fromColumn(startsOn) })),
  };
}

/** A page of the cases behind a number, the oldest first, with how many there are in all. */
export async function listBehind(
  viewer: Viewer,
  now: Now,
  behind: Behind,
  cursor?: string,
): Promise<Page<BehindLine> & { readonly count: number }> {
  const own = requireOversight(viewer);
  const where = Prisma.sql`${scopeSql(visibleReports(own))} AND ${isBehind(behind, now)}`;
  const [found, [counted]] = await Promise.all([
    ask<BehindRow>(Prisma.sql`SELECT r.id, r.filed_at AS "filedAt", r.reference, s.first_name AS "firstName", s.prefix,
        s.last_name AS "lastName", r.type, l.name AS "schoolName", a.name AS "officerName",
        (r.filed_at AT TIME ZONE 'Europe/Amsterdam')::date::text AS "filedOn",
        (r.changed_at AT TIME ZONE 'Europe/Amsterdam')::date::text AS "changedOn"
      FROM (SELECT * FROM reports WHERE ${where} AND ${afterPlace(readBehindCursor(cursor))}
          ORDER BY filed_at, id LIMIT ${pageSize + 1}) r
        JOIN students s ON s.id = r.student_id JOIN locations l ON l.id = r.location_id
        LEFT JOIN accounts a ON a.id = r.officer_id ORDER BY r.filed_at, r.id`),
    ask<{ count: number }>(Prisma.sql`SELECT count(*)::int AS count
      FROM (SELECT 1 FROM reports WHERE ${where} LIMIT ${countLimit + 1}) found`),
  ]);
  const rows = found.slice(0, pageSize);
  const object = { kind: "report", count: rows.length };
  await recordRead(own, now, { action: "inbox:list", object, reason: usualReason(own) });
  const last = found.length > pageSize ? rows.at(-1) : undefined;
  return {
    rows: rows.map(({ id: _id, filedAt: _filedAt, firstName, prefix, lastName, ...row }) => ({
      ...row,
      studentName: studentName({ firstName, prefix, lastName }),
    })),
    count: counted?.count ?? 0,
    nextCursor: last === undefined ? null : writeBehindCursor(last),
  };
}

function afterPlace(place: BehindPlace | null): Prisma.Sql {
  return place === null ? Prisma.sql`TRUE` : Prisma.sql`(filed_at, id) > (${place.filedAt}, ${place.id}::uuid)`;
}

type BehindRow = Omit<BehindLine, "studentName"> &
  BehindPlace & {
    readonly firstName: string;
    readonly prefix: string | null;
    readonly lastName: string;
  };

function requireOversight(viewer: Viewer): OfficeViewer {
  if (viewer.kind !== "office" || !can(viewer, "oversight:read", { officeId: viewer.officeId })) {
    throw new NotAllowed("oversight:read");
  }
  return viewer;
}

interface OpenRow {
  readonly open: number;
  readonly ages: Readonly<Record<Age, number>>;
  readonly unopened: number;
  readonly idle: number;
  readonly over: number;
}

async function askOpen(viewer: OfficeViewer, now: Now, days: IdleDays): Promise<OpenRow> {
  const count = (behind: Behind) => Prisma.sql`count(*) FILTER (WHERE ${isBehind(behind, now)})::int`;
  const byAge = ages.map(({ code }) => Prisma.sql`${code}::text, ${count({ what: "age", age: code })}`);
  const [row] =
    await ask<OpenRow>(Prisma.sql`SELECT count(*)::int AS open, jsonb_build_object(${Prisma.join(byAge)}) AS ages,
      ${count({ what: "unopened" })} AS unopened, ${count({ what: "idle", days })} AS idle,
      count(*) FILTER (WHERE ${overOpen(now)})::int AS over
    FROM reports WHERE ${scopeSql(visibleReports(viewer))} AND closed_at IS NULL`);
  if (row === undefined) throw new Error("counting gave no row");
  return row;
}

function askOfficers(viewer: OfficeViewer, now: Now): Promise<readonly OfficerLoad[]> {
  return ask<OfficerLoad>(Prisma.sql`SELECT r.officer_id AS "officerId", a.name, r.open, r.over
    FROM (SELECT officer_id, count(*)::int AS open, count(*) FILTER (WHERE ${overOpen(now)})::int AS over FROM reports
      WHERE ${scopeSql(visibleReports(viewer))} AND closed_at IS NULL GROUP BY officer_id) r
      LEFT JOIN accounts a ON a.id = r.officer_id ORDER BY r.open DESC, a.name`);
}

async function askOutcomes(viewer: OfficeViewer, now: Now) {
  const rows = await ask<{ closeReason: string; count: number }>(Prisma.sql`SELECT close_reason AS "closeReason",
      count(*)::int AS count FROM reports
    WHERE ${scopeSql(visibleReports(viewer))} AND ${isBehind({ what: "outcome", closeReason: null }, now)}
    GROUP BY close_reason ORDER BY count DESC, close_reason`);
  return rows.flatMap(({ closeReason, count }) => {
    const known = closeReasonCodes.find((code) => code === closeReason);
    return known === undefined ? [] : [{ closeReason: known, count }];
  });
}

async function askWeeks(viewer: OfficeViewer, { today }: Now) {
  const monday = addDays(today, 1 - weekdayOf(today));
  const weeks = Array.from({ length: weekCount }, (_, index) => addDays(monday, -7 * (weekCount - 1 - index)));
  const since = startOfDay(weeks[0] ?? monday);
  const own = scopeSql(visibleReports(viewer));
  const week = (column: Prisma.Sql) =>
    Prisma.sql`date_trunc('week', ${column} AT TIME ZONE 'Europe/Amsterdam')::date::text`;
  const rows = await ask<{ week: string; filed: number; closed: number }>(Prisma.sql`SELECT week,
      sum(filed)::int AS filed, sum(closed)::int AS closed FROM (
      SELECT ${week(Prisma.sql`filed_at`)} AS week, 1 AS filed, 0 AS closed FROM reports
        WHERE ${own} AND filed_at >= ${since}
      UNION ALL SELECT ${week(Prisma.sql`closed_at`)}, 0, 1 FROM reports WHERE ${own} AND closed_at >= ${since}
    ) moved GROUP BY week`);
  const byWeek = new Map(rows.map((row) => [row.week, row]));
  return weeks.map((one) => ({ week: one, filed: byWeek.get(one)?.filed ?? 0, closed: byWeek.get(one)?.closed ?? 0 }));
}
