import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { recordRead } from "@/lib/audit/record.server";
import { prisma } from "@/lib/db/client.server";
import { Prisma } from "@/lib/db/generated/client";
import { ask } from "@/lib/db/statement.server";
import type { OfficeViewer, Viewer } from "@/lib/identity/viewer";
import { visibleReports } from "@/lib/policy/report-rules";
import { isStill, nearestPromise } from "@/lib/reports/clock";
import { absenceTypeOf } from "@/lib/reports/record-codes";
import { scopeSql } from "@/lib/reports/report-scope.server";
import type { Now } from "@/lib/shared/clock";
import { countLimit } from "@/lib/shared/page";
import { studentName } from "@/lib/shared/student-name";
import { mayUndo } from "../bulk-acts.server";
import { requireDistributing } from "../distributing.server";
import { type Distribution, type GivenJustNow, type WaitingReport, waitingMost } from "../distribution";
import { mayHandOver } from "../hand-over-plan.server";
import { teamLines } from "../team";
import { loadTeam } from "../team.server";

const waitingColumns = {
  reference: true,
  type: true,
  status: true,
  studentGroup: true,
  filedAt: true,
  changedAt: true,
  dueAt: true,
  firstReactionAt: true,
  nextDueAt: true,
  closeDueAt: true,
  pausedAt: true,
  isUrgent: true,
  isProtected: true,
  student: { select: { firstName: true, prefix: true, lastName: true } },
  location: { select: { name: true } },
} satisfies Prisma.ReportSelect;

/** What waits in nobody's hands, the first that came on top, with the team beside it. */
export async function findDistribution(viewer: Viewer, now: Now, givenAct: string | null): Promise<Distribution> {
  const clerk = requireDistributing(viewer);
  const where = { AND: [visibleReports(clerk), { officerId: null, closedAt: null }] };
  const [rows, waitingCount, team, given] = await Promise.all([
    prisma.report.findMany({
      relationLoadStrategy: "join",
      where,
      orderBy: [{ filedAt: "asc" }, { id: "asc" }],
      take: waitingMost,
      select: waitingColumns,
    }),
    prisma.report.count({ where, take: countLimit + 1 }),
    loadTeam(prisma, clerk, now),
    givenAct === null ? null : findGiven(clerk, now, givenAct),
  ]);
  const reason = usualReason(clerk);
  await recordRead(
    clerk,
    now,
    { action: "inbox:list", object: { kind: "report", count: rows.length }, reason },
    { action: "people:list", object: { kind: "account", count: team.length }, reason },
  );
  const colleagues = team.filter(({ mandate }) => mandate !== null);
  return {
    waiting: rows.map(presentWaiting),
    waitingCount,
    team: teamLines(colleagues, now.today),
    mayHandOver: mayHandOver(clerk),
    given,
  };
}

type WaitingRow = Prisma.ReportGetPayload<{ select: typeof waitingColumns }>;

function presentWaiting({ student, location, studentGroup, type, ...row }: WaitingRow): WaitingReport {
  const promisedAt = nearestPromise(row);
  return {
    reference: row.reference,
    studentName: studentName(student),
    group: studentGroup,
    locationName: location.name,
    type: absenceTypeOf(type),
    status: row.status,
    filedAt: row.filedAt,
    changedAt: row.changedAt,
    promisedAt,
    isStill: isStill({ pausedAt: row.pausedAt, promisedAt }),
    isUrgent: row.isUrgent,
    isProtected: row.isProtected,
  };
}

/** Of the own act, as long as it can be undone, what nobody touched since. */
async function findGiven(viewer: OfficeViewer, now: Now, act: string): Promise<GivenJustNow | null> {
  const { officeId, accountId } = viewer;
  const kept = await prisma.bulkAct.findFirst({ where: { id: act, officeId, accountId, kind: "assign" } });
  if (kept === null || !mayUndo(kept, now)) return null;
  const rows = await ask<{ name: string; count: number }>(Prisma.sql`SELECT a.name, count(*)::int AS count
    FROM (SELECT officer_id FROM reports JOIN jsonb_to_recordset(${JSON.stringify(kept.done)}::jsonb)
        AS done(id uuid, version int) USING (id, version) WHERE ${scopeSql(visibleReports(viewer))}) AS given
    JOIN accounts a ON a.id = given.officer_id GROUP BY a.name ORDER BY a.name`);
  if (rows.length === 0) return null;
  return {
    act,
    count: rows.reduce((sum, { count }) => sum + count, 0),
    receivers: rows.map(({ name }) => name),
  };
}
