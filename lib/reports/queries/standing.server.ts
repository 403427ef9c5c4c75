import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { recordRead } from "@/lib/audit/record.server";
import { prisma } from "@/lib/db/client.server";
import { Prisma } from "@/lib/db/generated/client";
import { ask } from "@/lib/db/statement.server";
import type { SchoolViewer, Viewer } from "@/lib/identity/viewer";
import { visibleReports } from "@/lib/policy/report-rules";
import { addDays, dayOf, fromColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { readReference } from "@/lib/shared/reference";
import { countedSince, countingSql, parseCounting } from "../counting-facts.server";
import { type LadderStanding, ladderOf } from "../late-ladder";
import { absenceTypeOf } from "../record-codes";
import { type SeriesLine, type SeriesReport, seriesAround } from "../series";
import { type Counting, type Threshold, thresholdOf } from "../threshold";

/** How a report stands: against the threshold of its type, or on the ladder of late arrival. */
export interface Standing {
  /** Null: its type has none. */
  readonly threshold: Threshold | null;
  /** Null: not about late arrival. */
  readonly ladder: LadderStanding | null;
}

/** How a report stands against its threshold: on the day of filing, and the day itself while it is not reached yet. */
export async function findStanding(viewer: Viewer, now: Now, reference: string): Promise<Standing> {
  const report = await prisma.report.findFirst({
    relationLoadStrategy: "join",
    where: { AND: [visibleReports(viewer), { reference: readReference(reference) ?? "" }] },
    select: {
      id: true,
      type: true,
      firstDay: true,
      lastDay: true,
      filedAt: true,
      studentId: true,
      locationId: true,
      organisationId: true,
      days: { select: { day: true, hours: true } },
      arrivals: { select: { day: true } },
    },
  });
  if (report === null) throw new NotFound("report");
  const firstDay = fromColumn(report.firstDay);
  const [row] = await ask<{ counting: unknown }>(
    Prisma.sql`SELECT ${countingSql({
      studentId: Prisma.sql`${report.studentId}::uuid`,
      locationId: Prisma.sql`${report.locationId}::uuid`,
      organisationId: report.organisationId,
      seatOn: firstDay,
      since: countedSince(firstDay),
      before: report.filedAt,
    })} AS counting`,
  );
  await recordRead(viewer, now, {
    action: "report:threshold",
    object: { kind: "report", id: report.id },
    reason: usualReason(viewer),
  });
  const absence = {
    type: absenceTypeOf(report.type),
    firstDay,
    lastDay: report.lastDay === null ? null : fromColumn(report.lastDay),
    days: report.days.map(({ day, hours }) => ({ day: fromColumn(day), hours: Number(hours) })),
  };
  const counting = parseCounting(row?.counting);
  const whenFiled = thresholdOf(absence, counting, dayOf(report.filedAt));
  const lateDays = report.arrivals.map(({ day }) => fromColumn(day));
  const threshold = whenFiled?.reachedOn === null ? thresholdOf(absence, counting, now.today) : whenFiled;
  return {
    threshold: threshold && (await withoutUnseen(viewer, threshold)),
    ladder: ladderOf(lateDays, counting),
  };
}

/** The earlier report may be with another office: this reader hears when it ended, not which one it is. */
async function withoutUnseen(viewer: Viewer, threshold: Threshold): Promise<Threshold> {
  const { restart } = threshold;
  if (restart?.reference == null) return threshold;
  const seen = { AND: [visibleReports(viewer), { reference: restart.reference }] };
  if ((await prisma.report.count({ where: seen })) > 0) return threshold;
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

const seriesRecord = {
  id: true,
  followUpToId: true,
  reference: true,
  type: true,
  firstDay: true,
  lastDay: true,
  hoursTotal: true,
  status: true,
  _count: { select: { arrivals: true } },
} satisfies Prisma.ReportSelect;

function presentSeries(record: Prisma.ReportGetPayload<{ select: typeof seriesRecord }>): SeriesReport {
  const { hoursTotal, _count, ...report } = record;
  return {
    ...report,
    type: absenceTypeOf(record.type),
    firstDay: fromColumn(record.firstDay),
    lastDay: record.lastDay === null ? null : fromColumn(record.lastDay),
    hours: Number(hoursTotal),
    arrivalCount: _count.arrivals,
  };
}

/** What decides how the days of an own student count, for the form that counts along while somebody types. */
export async function findCounting(
  viewer: SchoolViewer,
  now: Now,
  { studentId, locationId }: { readonly studentId: string; readonly locationId: string },
): Promise<Counting> {
  const { locationIds } = viewer;
  if (locationIds.length > 0 && !locationIds.some((id) => id === locationId)) throw new NotFound("location");
  const [row] = await ask<{ counting: unknown }>(Prisma.sql`SELECT ${countingSql({
    studentId: Prisma.sql`${studentId}::uuid`,
    locationId: Prisma.sql`${locationId}::uuid`,
    organisationId: viewer.organisationId,
    seatOn: now.today,
    since: countedSince(addDays(now.today, -365)),
    before: now.at,
  })} AS counting FROM students s JOIN locations l ON l.id = ${locationId}::uuid
    WHERE s.id = ${studentId}::uuid AND l.organisation_id = ${viewer.organisationId}::uuid
      AND EXISTS (SELECT FROM enrolments e WHERE e.student_id = s.id AND e.location_id = l.id)`);
  if (row === undefined) throw new NotFound("student");
  const counting = parseCounting(row.counting);
  await recordRead(viewer, now, {
    action: "report:threshold",
    object: { kind: "report", count: counting.earlier.length },
    reason: usualReason(viewer),
  });
  return counting;
}
