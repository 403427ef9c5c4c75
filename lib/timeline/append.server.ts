import "server-only";
import type { Ledger, RowWriter } from "@/lib/audit/transact.server";
import { Prisma } from "@/lib/db/generated/client";
import { sealText } from "@/lib/db/seal.server";
import { newId } from "@/lib/shared/ids";
import { eventActor } from "./actor";
import { eventKinds, type NewEvent } from "./events";

function eventRow(ledger: Ledger, reportId: string, event: NewEvent) {
  const actor = eventActor(ledger.viewer);
  return {
    id: newId(),
    report_id: reportId,
    kind: event.kind,
    version: eventKinds[event.kind].version,
    at: ledger.now.at.toISOString(),
    actor_side: actor.side,
    actor_name: actor.name,
    actor_organisation: actor.organisation,
    actor_id: actor.id,
    status: event.status,
    data: event.data,
    note_sealed: event.note === undefined ? null : sealText(event.note),
  };
}

const eventRows: RowWriter<ReturnType<typeof eventRow>> = {
  insert: (rows) =>
    Prisma.sql`INSERT INTO events SELECT * FROM jsonb_populate_recordset(NULL::events, ${JSON.stringify(rows)}::jsonb)`,
};

/** Writes what happened on the timeline of a report; answers the id of the event. */
export function append(ledger: Ledger, reportId: string, event: NewEvent): string {
  const row = eventRow(ledger, reportId, event);
  ledger.collect(eventRows, row);
  return row.id;
}
