import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import type { Transaction } from "@/lib/audit/transact.server";
import { Prisma } from "@/lib/db/generated/client";
import { announce, takenFrom } from "@/lib/notifications/announce.server";
import type { EventData } from "@/lib/timeline/events";
import { holdReports } from "./hold-report.server";
import type { ChangedOfMany } from "./report-state";
import { writeStates } from "./write-states.server";

/**
 * Puts reports back as they were before they were changed together, and says so on the timeline of each. What somebody
 * changed since stays as it is. Answers the references of those that were put back.
 */
export async function undoReports(
  tx: Transaction,
  changed: readonly ChangedOfMany[],
  what: EventData<"undone">["what"],
): Promise<readonly string[]> {
  await holdReports(
    tx,
    changed.map(({ reference }) => reference),
  );
  const back = changed.map(({ id, version, before, after }) => ({ id, version, from: after, state: before }));
  const written = new Set(await writeStates(tx, back));
  const undone = changed.filter(({ id }) => written.has(id));
  await waitAgain(tx, undone);
  for (const [index, { id, event, before, after }] of undone.entries()) {
    const former = takenFrom(after.officerId, before.officerId);
    const told = { kind: "undone", status: before.status, data: { what, event } } as const;
    announce(tx, id, told, { isOfMany: index > 0, ...former });
    record(tx, { action: "report:undo", object: { kind: "report", id }, reason: usualReason(tx.viewer) });
  }
  return undone.map(({ reference }) => reference);
}

/** What the office waited for when its clock was stopped by the change, it waits for again. */
async function waitAgain(tx: Transaction, undone: readonly ChangedOfMany[]): Promise<void> {
  const waited = undone.filter(({ before }) => before.pausedAt !== null).map(({ id, at }) => ({ id, at }));
  if (waited.length === 0) return;
  await tx.client.$executeRaw(Prisma.sql`UPDATE clock_pauses SET ended_at = NULL
    FROM jsonb_to_recordset(${JSON.stringify(waited)}::jsonb) AS n(id uuid, at timestamptz)
    WHERE clock_pauses.report_id = n.id AND clock_pauses.ended_at = n.at`);
}
