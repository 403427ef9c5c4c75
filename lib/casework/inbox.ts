import { z } from "zod";
import type { AbsenceTypeCode } from "@/lib/reports/absence-types";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import type { Status } from "@/lib/timeline/statuses";

/** The lists of an office, in the order in which they stand on the screen. */
export const inboxViews = {
  mine: { nl: "Van mij", en: "Mine" },
  overdue: { nl: "Te laat", en: "Overdue" },
  urgent: { nl: "Spoed", en: "Urgent" },
  unassigned: { nl: "Nog niemand", en: "Nobody yet" },
  team: { nl: "Van het team", en: "Of the team" },
  done: { nl: "Klaar", en: "Done" },
} as const satisfies Record<string, { nl: string; en: string }>;

export type InboxView = keyof typeof inboxViews;
export const inboxViewCodes = Object.keys(inboxViews) as readonly InboxView[];

export function isInboxView(value: string | undefined): value is InboxView {
  return value !== undefined && Object.hasOwn(inboxViews, value);
}

export interface InboxLine {
  readonly reference: string;
  readonly studentName: string;
  readonly type: AbsenceTypeCode;
  readonly schoolName: string;
  readonly locationName: string;
  readonly hoursTotal: number;
  readonly arrivalCount: number;
  readonly status: Status;
  readonly firstDay: CalendarDate;
  readonly dueAt: Date;
  readonly filedAt: Date;
  readonly hasReaction: boolean;
  readonly isUrgent: boolean;
  readonly isProtected: boolean;
  /** Null: the shared inbox. */
  readonly officerName: string | null;
}

const open = { in: ["registered", "in_progress"] satisfies Status[] };
const done = { in: ["noted", "closed", "withdrawn"] satisfies Status[] };

/** Which reports a list holds, besides those that the viewer may see at all. */
export function inboxFilter(view: InboxView, accountId: string, now: Now) {
  switch (view) {
    case "mine":
      return { status: open, officerId: accountId };
    case "overdue":
      return { status: open, firstReactionAt: null, dueAt: { lt: now.at } };
    case "urgent":
      return { status: open, isUrgent: true };
    case "unassigned":
      return { status: open, officerId: null };
    case "team":
      return { status: open };
    case "done":
      return { status: done };
  }
}

const cursorShape = z.tuple([z.iso.datetime(), z.uuid()]);

/** Open work: the first to answer first. Done: the last changed first. */
export function inboxOrder(view: InboxView) {
  return view === "done"
    ? [{ changedAt: "desc" as const }, { id: "desc" as const }]
    : [{ dueAt: "asc" as const }, { id: "asc" as const }];
}

export function writeInboxCursor(view: InboxView, row: { dueAt: Date; changedAt: Date; id: string }): string {
  return `${(view === "done" ? row.changedAt : row.dueAt).toISOString()}_${row.id}`;
}

/** A cursor that is no cursor begins at the first page. */
export function readInboxCursor(view: InboxView, cursor: string | undefined) {
  const parsed = cursorShape.safeParse(cursor?.split("_"));
  if (!parsed.success) return {};
  const [text, id] = parsed.data;
  const at = new Date(text);
  return view === "done"
    ? { OR: [{ changedAt: { lt: at } }, { changedAt: at, id: { lt: id } }] }
    : { OR: [{ dueAt: { gt: at } }, { dueAt: at, id: { gt: id } }] };
}
