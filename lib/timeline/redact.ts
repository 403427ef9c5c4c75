import { dayOf } from "@/lib/shared/calendar-date";
import { hiddenAct, isElsewhere } from "./elsewhere";
import type { EventKind, TimelineEvent } from "./events";

export interface Reader {
  readonly side: "school" | "office" | "desk";
  /** Null: a coupled system. */
  readonly accountId: string | null;
}

/** What passes between two offices. */
export const betweenOffices: readonly string[] = [
  "moved",
  "referred",
  "transfer_offered",
  "transfer_accepted",
  "transfer_refused",
  "transfer_lapsed",
  "transfer_taken_back",
] satisfies readonly EventKind[];

/** That a case goes to another office says that somebody moved: of a protected student the school hears none of it. */
export function isTold(kind: string, { side }: Pick<Reader, "side">, isProtected: boolean): boolean {
  return side !== "school" || !isProtected || !betweenOffices.includes(kind);
}

/**
 * What this reader may know of an event. Why offices hand over a report stays between them: the reason says where a
 * student lives. Which other body an office waits for is for the office (settled 10), and so is which one is busy with
 * a student (settled 11). For a student with a protected address the school's side learns no office, no place and no
 * officer (settled 12).
 */
export function redactEvent(event: TimelineEvent, reader: Reader, isProtected: boolean): TimelineEvent {
  if (reader.side !== "school") return event;
  const told = hideAct(hideReason(event));
  if (!isProtected) return told;
  const hidden = hidePlace(told);
  if (hidden.actor.side !== "office" && hidden.actor.side !== "desk") return hidden;
  return { ...hidden, actor: { ...hidden.actor, id: null, name: "", organisation: null } };
}

function hideReason(event: TimelineEvent): TimelineEvent {
  switch (event.kind) {
    case "referred":
    case "transfer_accepted":
    case "transfer_refused":
    case "transfer_lapsed":
    case "transfer_taken_back":
      return { ...event, data: { ...event.data, reason: "" } };
    case "transfer_offered":
      return { ...event, data: { ...event.data, reason: "" } };
    case "clock_paused":
      return { ...event, data: { ...event.data, party: null } };
    default:
      return event;
  }
}

/** Neither what it was, nor who said so, nor when it was done: only that another body is busy. */
function hideAct(event: TimelineEvent): TimelineEvent {
  if (event.kind !== "acted" || !isElsewhere(event.data.intervention)) return event;
  const actor = { ...event.actor, id: null, name: "", organisation: null };
  const data = { intervention: hiddenAct, on: dayOf(event.at), time: null, place: null, words: null };
  return { ...event, actor, data };
}

const nowhere = { from: "", to: "", reason: "" };

function hidePlace(event: TimelineEvent): TimelineEvent {
  switch (event.kind) {
    case "routed":
    case "moved":
      return { ...event, data: { office: "", officer: null, because: ["protected"], municipality: null } };
    case "unroutable":
      return event.data.why === "no-regime" ? event : { ...event, data: { why: "protected" } };
    case "placed":
      return { ...event, data: { office: "", officer: null, reason: "" } };
    case "assigned":
      return { ...event, data: { officer: null } };
    case "acted":
      return { ...event, data: { ...event.data, place: null } };
    case "talk_moved":
      return { ...event, data: { ...event.data, place: null } };
    case "referred":
    case "transfer_accepted":
    case "transfer_refused":
    case "transfer_lapsed":
    case "transfer_taken_back":
      return { ...event, data: nowhere };
    case "transfer_offered":
      return { ...event, data: { ...nowhere, dueOn: event.data.dueOn } };
    default:
      return event;
  }
}
