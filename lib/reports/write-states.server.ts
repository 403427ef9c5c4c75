import "server-only";
import type { Transaction } from "@/lib/audit/transact.server";
import { Prisma } from "@/lib/db/generated/client";
import { visibleReports } from "@/lib/policy/report-rules";
import { scopeSql } from "./report-scope.server";
import type { ReportState } from "./report-state";

interface StateRow {
  readonly id: string;
  /** As it was read; a report that has another one by now stays as it is. */
  readonly version: number;
  /** As it was read too: a question that is answered moves the clock, and leaves the version as it is. */
  readonly from: ReportState;
  readonly state: ReportState;
}

/** Gives many reports of this viewer another state, in one statement; answers the ids of those that got it. */
export async function writeStates(tx: Transaction, rows: readonly StateRow[]): Promise<readonly string[]> {
  if (rows.length === 0) return [];
  const json = JSON.stringify(rows.map(({ id, version, from, state }) => ({ ...state, id, version, from })));
  const written = await tx.client.$queryRaw<{ id: string }[]>(Prisma.sql`
    UPDATE reports SET status = n.status, officer_id = n."officerId", closed_at = n."closedAt",
      close_reason = n."closeReason", close_note = n."closeNote", first_reaction_at = n."firstReactionAt",
      clock_from_at = n."clockFromAt", due_at = n."dueAt", next_due_at = n."nextDueAt", close_due_at = n."closeDueAt",
      extended_at = n."extendedAt", paused_at = n."pausedAt", version = reports.version + 1, changed_at = ${tx.now.at}
    FROM jsonb_to_recordset(${json}::jsonb) AS n(id uuid, version int, "from" jsonb, status report_status,
      "officerId" uuid, "closedAt" timestamptz, "closeReason" text, "closeNote" text, "firstReactionAt" timestamptz,
      "clockFromAt" timestamptz, "dueAt" timestamptz, "nextDueAt" timestamptz, "closeDueAt" timestamptz,
      "extendedAt" timestamptz, "pausedAt" timestamptz)
    WHERE reports.id = n.id AND reports.version = n.version
      AND (reports.due_at, reports.next_due_at, reports.close_due_at, reports.paused_at) IS NOT DISTINCT FROM
        ((n."from"->>'dueAt')::timestamptz, (n."from"->>'nextDueAt')::timestamptz,
         (n."from"->>'closeDueAt')::timestamptz, (n."from"->>'pausedAt')::timestamptz)
      AND reports.id IN (SELECT id FROM reports WHERE ${scopeSql(visibleReports(tx.viewer))} AND id = ANY(${rows.map(({ id }) => id)}::uuid[]))
    RETURNING reports.id`);
  return written.map(({ id }) => id);
}
