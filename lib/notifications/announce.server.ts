import "server-only";
import type { Ledger } from "@/lib/audit/transact.server";
import { append } from "@/lib/timeline/append.server";
import type { NewEvent } from "@/lib/timeline/events";
import { enqueue } from "./outbox.server";

/** Puts an event on the timeline of a report and has those concerned told of it later; answers the id of the event. */
export function announce(ledger: Ledger, reportId: string, event: NewEvent): string {
  const eventId = append(ledger, reportId, event);
  enqueue(ledger, "report-event", { eventId, reportId });
  return eventId;
}

/** For one of many events of one act: the school is told of each, the officer who gets them only of the first. */
export function announceOfMany(ledger: Ledger, reportId: string, event: NewEvent): string {
  const eventId = append(ledger, reportId, event);
  enqueue(ledger, "report-event", { eventId, reportId, isOfMany: true });
  return eventId;
}
