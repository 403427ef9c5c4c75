import "server-only";
import type { Ledger } from "@/lib/audit/transact.server";
import { append } from "@/lib/timeline/append.server";
import type { NewEvent } from "@/lib/timeline/events";
import { enqueue, type OutboxTopics } from "./outbox.server";

type Telling = Omit<OutboxTopics["report-event"], "eventId" | "reportId">;

/** Puts an event on the timeline of a report and has those concerned told of it later; answers the id of the event. */
export function announce(ledger: Ledger, reportId: string, event: NewEvent, telling: Telling = {}): string {
  const eventId = append(ledger, reportId, event);
  enqueue(ledger, "report-event", { eventId, reportId, ...telling });
  return eventId;
}

/** Of an event with which the report left the hands of this officer. Null: nobody had it. */
export function takenFrom(before: string | null, after: string | null | undefined): Pick<Telling, "formerOfficerId"> {
  return before === null || after === undefined || after === before ? {} : { formerOfficerId: before };
}
