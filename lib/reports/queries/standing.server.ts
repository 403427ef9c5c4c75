import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { entrySql, recordRead } from "@/lib/audit/record.server";
import { prisma } from "@/lib/db/client.server";
import { Prisma } from "@/lib/db/generated/client";
import { ask } from "@/lib/db/statement.server";
import type { SchoolViewer, Viewer } from "@/lib/identity/viewer";
import { visibleReports } from "@/lib/policy/report-rules";
import { addDays, dayOf } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { readReference } from "@/lib/shared/reference";
import { countedSince, countingSql, parseCounting } from "../counting-facts.server";
import { type LadderStanding, ladderOf } from "../late-ladder";
import { scopeSql } from "../report-scope.server";
import { type SeriesLine, seriesAround } from "../series";
import { presentSeries, seriesRecord } from "../series-rows.server";
import { type Counting, type Threshold, thresholdOf } from "../threshold";
import type { ReportView } from "../views";

/** How a report stands: against the threshold of its type, or on the ladder of late arrival. */
export interface Standing {
  /** Null: its type has none. */
  readonly threshold: Threshold | null;
  /** Null: not about late arrival. */
  readonly ladder: LadderStanding | null;
}

/** Of an opened report, what its standing is reckoned from. */
type Opened = Pick<ReportView, "id" | "type" | "firstDay" | "lastDay" | "filedAt" | "days" | "arrivals">;

/**
 * How an opened report stands against its threshold: on the day of filing, and the day itself while it is not reached
 * yet. In one statement, which puts it on the access log too.
 */
export async function findStanding(viewer: Viewer, now: Now, opened: Opened): Promise<Standing> {
  const { type, firstDay, lastDay, filedAt, days } = opened;
  const { counting, seen } = await loadCounting(viewer, now, opened);
  const absence = { type, firstDay, lastDay, days };
  const whenFiled = thresholdOf(absence, counting, dayOf(filedAt));
  const threshold = whenFiled?.reachedOn === null ? thresholdOf(absence, counting, now.today) : whenFiled;
  return {
    threshold: threshold && withoutUnseen(threshold, seen),
    ladder: ladderOf(
      opened.arrivals.map(({ day }) => day),
      counting,
    ),
  };
}

/** What decides how the days of an opened report count, for the form that counts along while it is corrected. */
export async function findCountingOf(viewer: Viewer, now: Now, opened: Counted): Promise<Counting> {
  const { counting, seen } = await loadCounting(viewer, now, opened);
  return asSeen(counting, seen);
}

type Counted = Pick<Opened, "id" | "firstDay" | "filedAt">;

async function loadCounting(viewer: Viewer, now: Now, { id, firstDay, filedAt }: Counted) {
  const scope = scopeSql(visibleReports(viewer));
  const studentId = Prisma.sql`(SELECT student_id FROM standing)`;
  const act = { action: "report:threshold", object: { kind: "report", id } } as const;
  const [row] = await ask<{ counting: unknown; seen: string[] }>(Prisma.sql`
    WITH standing AS MATERIALIZED (SELECT student_id, location_id, organisation_id FROM reports
      WHERE id = ${id}::uuid AND ${scope}),
    logged AS (${entrySql(viewer, now, act, Prisma.sql`standing`)})
    SELECT ${countingSql({
      studentId,
      locationId: Prisma.sql`(SELECT location_id FROM standing)`,
      organisationId: Prisma.sql`(SELECT organisation_id FROM standing)`,
      seatOn: firstDay,
      since: countedSince(firstDay),
      before: filedAt,
    })} AS counting,
      ARRAY(SELECT reference FROM reports WHERE student_id = ${studentId} AND ${scope}) AS seen
    FROM standing`);
  if (row === undefined) throw new NotFound("report");
  return { counting: parseCounting(row.counting), seen: row.seen };
}

/** The browser gets all of it: a report that is not this reader's to see counts along, without its reference. */
function asSeen(counting: Counting, seen: readonly string[]): Counting {
  const earlier = counting.earlier.map((report) =>
    report.reference !== null && seen.includes(report.reference) ? report : { ...report, reference: null },
  );
  return { ...counting, earlier };
}

/** The earlier report may be with another office: this reader hears when it ended, not which one it is. */
function withoutUnseen(threshold: Threshold, seen: readonly string[]): Threshold {
  const { restart } = threshold;
  if (restart?.reference == null || seen.includes(restart.reference)) return threshold;
  return { ...threshold, restart: { ...restart, reference: null } };
}

/** The reports that follow each other around one that this viewer may see; empty when it stands alone. */
export async function findSeries(viewer: Viewer, now: Now, reference: string): Promise<readonly SeriesLine[]> {
  const visible = visibleReports(viewer);
  const report = await prisma.report.findFirst({
    relationLoadStrategy: "join",
    where: { AND: [visible, { reference: readReference(reference) ?? "" }] },
    select: {
      id: true,
      student: {
        select: { reports: { where: visible, orderBy: { firstDay: "desc" }, take: 100, select: seriesRecord } },
      },
    },
  });
  if (report === null) throw new NotFound("report");
  const series = seriesAround(report.id, report.student.reports.map(presentSeries));
  await recordRead(viewer, now, {
    action: "report:series",
    object: { kind: "report", count: series.length },
    reason: usualReason(viewer),
  });
  return series;
}

/** What decides how the days of an own student count, for the form that counts along while somebody types. */
export async function findCounting(
  viewer: SchoolViewer,
  now: Now,
  { studentId, locationId }: { readonly studentId: string; readonly locationId: string },
): Promise<Counting> {
  const { locationIds } = viewer;
  if (locationIds.length > 0 && !locationIds.some((id) => id === locationId)) throw new NotFound("location");
  const [row] = await ask<{ counting: unknown; seen: string[] }>(Prisma.sql`SELECT ${countingSql({
    studentId: Prisma.sql`${studentId}::uuid`,
    locationId: Prisma.sql`${locationId}::uuid`,
    organisationId: Prisma.sql`${viewer.organisationId}::uuid`,
    seatOn: now.today,
    since: countedSince(addDays(now.today, -365)),
    before: now.at,
  })} AS counting,
      ARRAY(SELECT reference FROM reports WHERE student_id = ${studentId}::uuid
        AND ${scopeSql(visibleReports(viewer))}) AS seen
    FROM students s JOIN locations l ON l.id = ${locationId}::uuid
    WHERE s.id = ${studentId}::uuid AND l.organisation_id = ${viewer.organisationId}::uuid
      AND EXISTS (SELECT FROM enrolments e WHERE e.student_id = s.id AND e.location_id = l.id)`);
  if (row === undefined) throw new NotFound("student");
  const counting = parseCounting(row.counting);
  await recordRead(viewer, now, {
    action: "report:threshold",
    object: { kind: "report", count: counting.earlier.length },
    reason: usualReason(viewer),
  });
  return asSeen(counting, row.seen);
}
