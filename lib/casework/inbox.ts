import { z } from "zod";
import type { OfficeViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import type { ReportFacts } from "@/lib/policy/report-rules";
import type { AbsenceTypeCode } from "@/lib/reports/absence-types";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import type { Status } from "@/lib/timeline/statuses";

/** The lists of an office, in the order in which they stand on the screen. */
export const inboxViews = {
  mine: { nl: "Van mij", en: "Mine" },
  overdue: { nl: "Te laat", en: "Overdue" },
  urgent: { nl: "Spoed", en: "Urgent" },
  unassigned: { nl: "Nog niemand", en: "Nobody yet" },
  waits_school: { nl: "Wacht op school", en: "Waiting for school" },
  waits_other: { nl: "Wacht op derde", en: "Waiting for others" },
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

/** Who counts or administers for an office is one of its people, but reads none of its reports. */
export function readsInbox(viewer: OfficeViewer): boolean {
  return can(viewer, "report:read", ownOffice(viewer));
}

/** The lists that hold something for this viewer: whoever takes up no reports has none of his own. */
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
  /** The end of the nearest promise of the office. Null: nothing more is promised. */
  readonly promisedAt: Date | null;
  /** The clock of that promise stands still: the office waits for somebody. */
  readonly isStill: boolean;
  readonly filedAt: Date;
  readonly changedAt: Date;
  readonly hasReaction: boolean;
  readonly isUrgent: boolean;
  readonly isProtected: boolean;
  /** The register says something of the student that nobody has settled. */
  readonly hasSignal: boolean;
  /** The school said something that nobody of the office has read. */
  readonly hasUnread: boolean;
  /** The school waits for a call. */
  readonly isCallAwaited: boolean;
  /** Null: the shared inbox. */
  readonly officerName: string | null;
}

export interface InboxCounts extends Readonly<Record<Exclude<InboxView, "done">, number>> {
  /** Cases that other offices ask this one to take over. */
  readonly offered: number;
}

/** A list with its filters that somebody keeps by name. */
export interface KeptView {
  readonly id: string;
  readonly name: string;
  readonly isShared: boolean;
  readonly isOwn: boolean;
  /** What was chosen, as the address of the inbox has it. */
  readonly address: string;
}

/** The place in a list after which a page begins. */
export type InboxPlace =
  | { readonly list: "done"; readonly changedAt: Date; readonly id: string }
  | {
      readonly list: "open";
      /** Null: it still waits for a reaction. */
      readonly firstReactionAt: Date | null;
      readonly dueAt: Date;
      readonly id: string;
    };

interface Line {
  readonly firstReactionAt: Date | null;
  readonly dueAt: Date;
  readonly changedAt: Date;
  readonly id: string;
}

export function writeInboxCursor(view: InboxView, row: Line): string {
  const moments = view === "done" ? [row.changedAt] : [row.firstReactionAt, row.dueAt];
  return [...moments.map((moment) => moment?.toISOString() ?? ""), row.id].join("_");
}

const moment = z.iso.datetime().transform((text) => new Date(text));
const doneShape = z.tuple([moment, z.uuid()]);
const openShape = z.tuple([z.union([z.literal("").transform(() => null), moment]), moment, z.uuid()]);

/** Null: no place of such a list; then it begins at the first page. */
export function readInboxCursor(view: InboxView, cursor: string | undefined): InboxPlace | null {
  const parts = cursor?.split("_");
  if (view === "done") {
    const { data } = doneShape.safeParse(parts);
    return data === undefined ? null : { list: "done", changedAt: data[0], id: data[1] };
  }
  const { data } = openShape.safeParse(parts);
  return data === undefined ? null : { list: "open", firstReactionAt: data[0], dueAt: data[1], id: data[2] };
}
