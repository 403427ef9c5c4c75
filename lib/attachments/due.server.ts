import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import { type CalendarDate, startOfDay } from "@/lib/shared/calendar-date";
import type { WhyGone } from "./proof";
import { dueClosings } from "./retention";

export type DueReason = Extract<WhyGone, "retention" | "handed-over">;

/**
 * The papers that are not kept any more on this day: `id`, `report_id`, `kind`, `why`, and whether the office holds them.
 * What was handed over today goes tomorrow; what was handed over before its report was opened again does not.
 */
export function dueSql(today: CalendarDate): Prisma.Sql {
  const closings = dueClosings(today).map(({ kind, from, before }) => ({ kind, over_from: from, before }));
  return Prisma.sql`SELECT a.id, a.report_id, a.kind,
      CASE WHEN o.handed_at < ${startOfDay(today)} THEN 'handed-over' ELSE 'retention' END AS why,
      EXISTS (SELECT FROM paper_holds h WHERE h.report_id = a.report_id AND h.lifted_at IS NULL) AS is_held
    FROM attachments a
    JOIN reports r ON r.id = a.report_id AND r.closed_at IS NOT NULL
    LEFT JOIN paper_hand_overs o ON o.id = a.hand_over_id AND o.handed_at >= r.closed_at
    WHERE a.gone_at IS NULL AND (o.handed_at < ${startOfDay(today)} OR EXISTS (
      SELECT FROM jsonb_to_recordset(${JSON.stringify(closings)}::jsonb) AS c(kind text, over_from date, before date)
       WHERE c.kind = a.kind AND r.closed_at < c.before::timestamp AT TIME ZONE 'Europe/Amsterdam'
         AND (c.over_from IS NULL OR r.closed_at >= c.over_from::timestamp AT TIME ZONE 'Europe/Amsterdam')))`;
}
