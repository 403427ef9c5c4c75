import type { TimelineEvent } from "./events";

export interface Reader {
  readonly side: "school" | "office" | "desk";
  /** Null: a coupled system. */
  readonly accountId: string | null;
}

/**
 * What this reader may know of an event. For a student with a protected address the school's side learns no
 * office, no place and no officer (settled 12).
 */
export function redactEvent(event: TimelineEvent, reader: Reader, isProtected: boolean): TimelineEvent {
  if (reader.side !== "school" || !isProtected) return event;
  const hidden = hidePlace(event);
  if (hidden.actor.side !== "office" && hidden.actor.side !== "desk") return hidden;
  return { ...hidden, actor: { ...hidden.actor, id: null, name: "", organisation: null } };
}

function hidePlace(event: TimelineEvent): TimelineEvent {
  switch (event.kind) {
    case "routed":
      return { ...event, data: { office: "", officer: null, because: ["protected"], municipality: null } };
    case "placed":
      return { ...event, data: { office: "", officer: null, reason: "" } };
    case "assigned":
      return { ...event, data: { officer: null } };
    default:
      return event;
  }
}
