import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { noteErasure } from "@/lib/audit/erase.server";
import { record } from "@/lib/audit/record.server";
import type { Transaction } from "@/lib/audit/transact.server";
import { Prisma } from "@/lib/db/generated/client";
import { announce } from "@/lib/notifications/announce.server";
import { touchReport } from "@/lib/reports/hold-report.server";
import type { NewEvent } from "@/lib/timeline/events";
import type { Status } from "@/lib/timeline/statuses";
import type { WhyGone } from "./proof";

export interface Destroyed {
  readonly id: string;
  readonly kind: string;
  readonly format: string;
  readonly objectKey: string;
  readonly report: { readonly id: string; readonly status: Status };
}

export const destroyedColumns = {
  id: true,
  kind: true,
  format: true,
  objectKey: true,
  report: { select: { id: true, status: true } },
} as const;

export interface EndOfPaper {
  readonly id: string;
  readonly at: string;
  readonly why: WhyGone;
}

export interface EndedPaper {
  readonly id: string;
  readonly kind: string;
  readonly format: string;
  readonly why: WhyGone;
  readonly objectKey: string;
  readonly reportId: string;
  readonly status: Status;
}

/**
 * Ends papers: key and name go, so that the bytes cannot be read from then on, and the bytes become an upload that nobody
 * claims. What stays is the line that says that there was one, and that proves how it ended. Gives those that were still
 * there.
 */
export function endSql(ends: readonly EndOfPaper[]): Prisma.Sql {
  return Prisma.sql`WITH ended AS (
    UPDATE attachments a SET gone_at = e.at, gone_reason = e.why, name_sealed = '', file_key_sealed = '',
           state = CASE e.why WHEN 'refused' THEN 'refused' ELSE 'removed' END
      FROM jsonb_to_recordset(${JSON.stringify(ends)}::jsonb) AS e(id uuid, at timestamptz, why text)
     WHERE a.id = e.id AND a.gone_at IS NULL
    RETURNING a.id, a.kind, a.format, a.gone_reason AS why, a.object_key, a.report_id
  ), let_go AS (${letGoSql(Prisma.sql`SELECT object_key FROM ended`)})
  SELECT ended.id, kind, format, why, object_key AS "objectKey", report_id AS "reportId", r.status::text AS status
    FROM ended JOIN reports r ON r.id = report_id`;
}

/** From now on nobody claims these bytes; they came long before any sweep, and the next one takes them. */
export function letGoSql(keys: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`INSERT INTO attachment_uploads (object_key, started_at)
    SELECT gone.object_key, to_timestamp(0) FROM (${keys}) AS gone(object_key)`;
}

/** Ends a paper, says so on the timeline and notes it in the journal of erasures. False: somebody was first. */
export async function destroy(tx: Transaction, paper: Destroyed, why: WhyGone): Promise<boolean> {
  const { id, report } = paper;
  const [ended] = await tx.client.$queryRaw<readonly EndedPaper[]>(endSql([{ id, at: tx.now.at.toISOString(), why }]));
  if (ended === undefined) return false;
  await touchReport(tx, report.id);
  announce(tx, report.id, goneEvent(ended));
  noteErasure(tx, { kind: "paper", object: id, reason: why });
  const reason = why === "sender" || why === "refused" ? usualReason(tx.viewer) : why;
  record(tx, { action: "attachment:destroy", object: { kind: "attachment", id }, reason });
  return true;
}

/** What the timeline says of a paper that ended. */
export function goneEvent({ id, kind, format, why, status }: EndedPaper): NewEvent {
  const event = why === "refused" ? "attachment_refused" : "attachment_removed";
  return { kind: event, status, data: { attachment: id, kind, format } };
}
