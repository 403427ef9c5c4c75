import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import { dueClosings } from "./retention";

/** The papers that are not kept any more on this day: `id`, `report_id`, `kind`, and whether the office holds them. */
export function dueSql(today: CalendarDate): Prisma.Sql {
  const closings = dueClosings(today).map(({ kind, from, before }) => ({ kind, over_from: from, before }));
  return Prisma.sql`SELECT a.id, a.report_id, a.kind,
      EXISTS (SELECT FROM paper_holds h WHERE h.report_id = a.report_id AND h.lifted_at IS NULL) AS is_held
    FROM jsonb_to_recordset(${JSON.stringify(closings)}::jsonb) AS c(kind text, over_from date, before date)
    JOIN attachments a ON a.kind = c.kind AND a.gone_at IS NULL
    JOIN reports r ON r.id = a.report_id
      AND r.closed_at < c.before::timestamp AT TIME ZONE 'Europe/Amsterdam'
      AND (c.over_from IS NULL OR r.closed_at >= c.over_from::timestamp AT TIME ZONE 'Europe/Amsterdam')`;
}
