import { z } from "zod";
import type { OfficeViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import type { ReportFacts } from "@/lib/policy/report-rules";
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

/** A report of the own office, as far as the policy must know it when there is none yet. */
export function ownOffice({ officeId }: OfficeViewer): ReportFacts {
  return { organisationId: "", locationId: "", officeId, isProtected: false };
}

/** The lists that hold something for this viewer: whoever takes up no reports has none of his own. */
/** Who counts or administers for an office is one of its people, but reads none of its reports. */
export function readsInbox(viewer: OfficeViewer): boolean {
  return can(viewer, "report:read", ownOffice(viewer));
}

export function viewsFor(viewer: OfficeViewer): readonly InboxView[] {
  return can(viewer, "report:take", ownOffice(viewer))
    ? inboxViewCodes
    : inboxViewCodes.filter((view) => view !== "mine");
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
  readonly changedAt: Date;
  readonly hasReaction: boolean;
  readonly isUrgent: boolean;
  readonly isProtected: boolean;
  /** Null: the shared inbox. */
  readonly officerName: string | null;
}

// By the moment of the end and not by status: an index cannot see that a status which arrives as a parameter is open.
const open = null;
const done = { not: null };

/** Which reports a list holds, besides those that the viewer may see at all. */
export function inboxFilter(view: InboxView, accountId: string, now: Now) {
  switch (view) {
    case "mine":
      return { closedAt: open, officerId: accountId };
    case "overdue":
      return { closedAt: open, firstReactionAt: null, dueAt: { lt: now.at } };
    case "urgent":
      return { closedAt: open, isUrgent: true };
    case "unassigned":
      return { closedAt: open, officerId: null };
    case "team":
      return { closedAt: open };
    case "done":
      return { closedAt: done };
  }
}

/** Open work: what still waits for a reaction first, by its last day; then what was answered longest ago. Done: the last changed first. */
export function inboxOrder(view: InboxView) {
  if (view === "done") return [{ changedAt: "desc" as const }, { id: "desc" as const }];
  return [
    { firstReactionAt: { sort: "asc" as const, nulls: "first" as const } },
    { dueAt: "asc" as const },
    { id: "asc" as const },
  ];
}

interface Place {
  readonly firstReactionAt: Date | null;
  readonly dueAt: Date;
  readonly changedAt: Date;
  readonly id: string;
}

/** The place in a list after which the next page begins. */
export function writeInboxCursor(view: InboxView, row: Place): string {
  const moments = view === "done" ? [row.changedAt] : [row.firstReactionAt, row.dueAt];
  return [...moments.map((moment) => moment?.toISOString() ?? ""), row.id].join("_");
}

const moment = z.iso.datetime().transform((text) => new Date(text));
const doneShape = z.tuple([moment, z.uuid()]);
const openShape = z.tuple([z.union([z.literal("").transform(() => null), moment]), moment, z.uuid()]);

/** A cursor that is no cursor begins at the first page. */
export function readInboxCursor(view: InboxView, cursor: string | undefined) {
  const parts = cursor?.split("_");
  if (view === "done") {
    const parsed = doneShape.safeParse(parts);
    return parsed.success ? afterDone(...parsed.data) : {};
  }
  const parsed = openShape.safeParse(parts);
  return parsed.success ? afterOpen(...parsed.data) : {};
}

// The outer bounds let the database begin in its index near this place, however far the page.
function afterDone(changedAt: Date, id: string) {
  return { changedAt: { lte: changedAt }, OR: [{ changedAt: { lt: changedAt } }, { changedAt, id: { lt: id } }] };
}

function afterOpen(firstReactionAt: Date | null, dueAt: Date, id: string) {
  const beside = { firstReactionAt, OR: [{ dueAt: { gt: dueAt } }, { dueAt, id: { gt: id } }] };
  if (firstReactionAt === null) return { OR: [beside, { firstReactionAt: { not: null } }] };
  return { firstReactionAt: { gte: firstReactionAt }, OR: [beside, { firstReactionAt: { gt: firstReactionAt } }] };
}
