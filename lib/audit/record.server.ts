import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import { ask } from "@/lib/db/statement.server";
import type { Viewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { type AuditAct, auditActor, usualReason } from "./entry";
import type { Ledger, RowWriter } from "./transact.server";

function auditRow(viewer: Viewer, now: Now, act: AuditAct) {
  const actor = auditActor(viewer);
  return {
    id: newId(),
    at: now.at.toISOString(),
    actor_kind: actor.kind,
    actor_id: actor.id,
    actor_role: actor.role,
    organisation_id: actor.organisationId,
    action: act.action,
    object_kind: act.object.kind,
    object_id: act.object.id ?? null,
    object_count: act.object.count ?? null,
    reason: act.reason,
    result: act.result ?? "done",
  };
}

const auditRows: RowWriter<ReturnType<typeof auditRow>> = {
  insert: (rows) =>
    Prisma.sql`INSERT INTO audit_entries SELECT * FROM jsonb_populate_recordset(NULL::audit_entries, ${JSON.stringify(rows)}::jsonb)`,
};

/** Puts an act on the access log, with whatever else the ledger writes. */
export function record(ledger: Ledger, act: AuditAct): void {
  ledger.collect(auditRows, auditRow(ledger.viewer, ledger.now, act));
}

/**
 * The same as a part of a statement that reads: written when `source` (a table or another part) has a row, so that
 * looking and logging are one trip. Without a row there was nothing to see, and nothing is logged.
 */
export function entrySql(viewer: Viewer, now: Now, act: Omit<AuditAct, "reason">, source: Prisma.Sql): Prisma.Sql {
  const row = JSON.stringify([auditRow(viewer, now, { ...act, reason: usualReason(viewer) })]);
  return Prisma.sql`INSERT INTO audit_entries SELECT entry.* FROM ${source},
    jsonb_populate_recordset(NULL::audit_entries, ${row}::jsonb) AS entry`;
}

/** For reads: the row is there before the answer leaves; when it cannot be written there is no answer. */
export async function recordRead(viewer: Viewer, now: Now, ...acts: readonly AuditAct[]): Promise<void> {
  await ask(auditRows.insert(acts.map((act) => auditRow(viewer, now, act))));
}
