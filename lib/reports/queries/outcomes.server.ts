import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { recordRead } from "@/lib/audit/record.server";
import { prisma } from "@/lib/db/client.server";
import { Prisma } from "@/lib/db/generated/client";
import { ask } from "@/lib/db/statement.server";
import type { Viewer } from "@/lib/identity/viewer";
import { visibleReports } from "@/lib/policy/report-rules";
import { endOfDay, startOfDay } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { openStatuses } from "@/lib/timeline/statuses";
import { overTerm } from "../clock-sql.server";
import { type OutcomeLine, type OutcomeSpan, type Outcomes, outcomeLinesMost, schoolYearOf } from "../outcomes";
import { presentLine, reportLine } from "../present-line.server";
import { scopeSql } from "../report-scope.server";

interface OutcomeRow {
  readonly filed: number;
  readonly open: number;
  readonly noted: number;
  readonly withdrawn: number;
  readonly reacted: number;
  readonly in_time: number;
  readonly overdue: number;
  readonly median_days: number | null;
  readonly closed: readonly { readonly reason: string; readonly count: number }[];
}

/** One statement over the own reports that were filed in these days: the school year of today, when not given. */
export async function findOutcomes(viewer: Viewer, now: Now, span = schoolYearOf(now.today)): Promise<Outcomes> {
  const { firstDay, lastDay } = span;
  const [row] = await ask<OutcomeRow & Record<string, unknown>>(Prisma.sql`
    WITH own AS MATERIALIZED (
      SELECT status, filed_at, due_at, first_reaction_at, close_reason, ${overTerm} AS over_term_at FROM reports
       WHERE ${scopeSql(visibleReports(viewer))}
         AND filed_at >= ${startOfDay(firstDay)}::timestamptz AND filed_at <= ${endOfDay(lastDay)}::timestamptz
    )
    SELECT count(*)::int AS filed,
           count(*) FILTER (WHERE status IN ('registered', 'in_progress'))::int AS open,
           count(*) FILTER (WHERE status = 'noted')::int AS noted,
           count(*) FILTER (WHERE status = 'withdrawn')::int AS withdrawn,
           count(first_reaction_at)::int AS reacted,
           count(*) FILTER (WHERE first_reaction_at <= due_at)::int AS in_time,
           count(*) FILTER (WHERE first_reaction_at IS NULL AND status IN ('registered', 'in_progress')
             AND over_term_at < ${now.at}::timestamptz)::int AS overdue,
           (percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM first_reaction_at - filed_at) / 86400)
             FILTER (WHERE first_reaction_at IS NOT NULL))::float8 AS median_days,
           (SELECT coalesce(jsonb_agg(jsonb_build_object('reason', reason, 'count', n) ORDER BY n DESC, reason), '[]')
              FROM (SELECT close_reason AS reason, count(*)::int AS n FROM own WHERE status = 'closed'
                    GROUP BY close_reason) AS reasons) AS closed
      FROM own`);
  if (row === undefined) throw new Error("counting the outcomes gave no row");
  await recordRead(viewer, now, {
    action: "report:outcomes",
    object: { kind: "report", count: row.filed },
    reason: usualReason(viewer),
  });
  const { filed, open, noted, withdrawn, reacted, in_time, overdue, median_days, closed } = row;
  return {
    firstDay,
    lastDay,
    filed,
    open,
    noted,
    withdrawn,
    reacted,
    reactedInTime: in_time,
    overdue,
    medianDays: median_days,
    closed,
  };
}

/** What became of each report that was filed in these days, the oldest first. */
export async function listOutcomes(viewer: Viewer, span: OutcomeSpan, now: Now): Promise<readonly OutcomeLine[]> {
  const { firstDay, lastDay } = span;
  const rows = await prisma.report.findMany({
    relationLoadStrategy: "join",
    where: {
      AND: [visibleReports(viewer), { filedAt: { gte: startOfDay(firstDay), lte: endOfDay(lastDay) } }],
    },
    orderBy: [{ filedAt: "asc" }, { id: "asc" }],
    take: outcomeLinesMost,
    select: { ...reportLine, closedAt: true },
  });
  await recordRead(viewer, now, {
    action: "report:list",
    object: { kind: "report", count: rows.length },
    reason: usualReason(viewer),
  });
  return rows.map(({ closedAt, firstReactionAt, ...row }) => {
    const line = presentLine(viewer, { ...row, firstReactionAt });
    const isOpen = openStatuses.includes(line.status);
    return {
      ...line,
      reaction: firstReactionAt === null ? null : { at: firstReactionAt, isInTime: firstReactionAt <= line.dueAt },
      isOverdue: firstReactionAt === null && isOpen && !line.isStill && line.dueAt < now.at,
      endedAt: closedAt,
      handler: line.officerName ?? line.officeName,
    };
  });
}
