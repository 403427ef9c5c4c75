import { type EventActor, parseEvent, type TimelineEvent } from "./events";
import type { Status } from "./statuses";

/** The columns of a stored event. */
export interface EventRow {
  readonly id: string;
  readonly reportId: string;
  readonly kind: string;
  readonly at: Date;
  readonly actorSide: string;
  readonly actorName: string;
  readonly actorOrganisation: string | null;
  readonly actorId: string | null;
  readonly status: Status;
  readonly data: unknown;
}

export const eventColumns = {
  id: true,
  reportId: true,
  kind: true,
  at: true,
  actorSide: true,
  actorName: true,
  actorOrganisation: true,
  actorId: true,
  status: true,
  data: true,
} as const;

export function readEvent({ id, reportId, kind, at, status, data, ...row }: EventRow): TimelineEvent {
  const actor: EventActor = {
    side: actorSide(row.actorSide),
    id: row.actorId,
    name: row.actorName,
    organisation: row.actorOrganisation,
  };
  return parseEvent({ id, reportId, kind, at, status, data, actor });
}

function actorSide(side: string): EventActor["side"] {
  return side === "school" || side === "office" || side === "desk" ? side : "system";
}
