import { z } from "zod";
import { type CalendarDate, endOfDay, startOfDay } from "@/lib/shared/calendar-date";
import type { AbsenceTypeCode } from "./absence-types";

export const listViews = ["open", "done", "all"] as const;
export type ListView = (typeof listViews)[number];

/** In which order, and by which moment a page follows the one before. */
export const listOrders = {
  newest: { moment: "filedAt", direction: "desc" },
  oldest: { moment: "filedAt", direction: "asc" },
  changed: { moment: "changedAt", direction: "desc" },
} as const;
export type ListOrder = keyof typeof listOrders;

/** What is left out of the list; nothing of it names a student. */
export interface ListNarrowing {
  readonly type?: AbsenceTypeCode | undefined;
  /** One of the institutions that report together. */
  readonly brin?: string | undefined;
  readonly locationCode?: string | undefined;
  readonly officerId?: string | undefined;
  /** The days on which a report was filed. */
  readonly filedFrom?: CalendarDate | undefined;
  readonly filedUntil?: CalendarDate | undefined;
  /** Only what was closed on this day or later. */
  readonly closedSince?: CalendarDate | undefined;
  /** Only what no office reacted to yet. */
  readonly isUnanswered?: boolean;
  /** Only what this account has news of that was not read. */
  readonly unreadBy?: string | undefined;
  /** Only what this account follows or prepared. */
  readonly followedBy?: string | undefined;
}

export interface ReportListFilter extends ListNarrowing {
  readonly view: ListView;
  readonly order?: ListOrder | undefined;
  readonly cursor?: string | undefined;
}

/** The filter as a condition on rows. */
export function listFilter({ view, ...narrowing }: Omit<ReportListFilter, "cursor" | "order">) {
  // What is open was not closed: there the day says nothing.
  const meant = view === "open" ? { ...narrowing, closedSince: undefined } : narrowing;
  return {
    AND: [...statusCondition(view), ...narrowed(meant)],
  };
}

function narrowed(narrowing: ListNarrowing) {
  const { type, brin, locationCode, officerId, filedFrom, filedUntil, closedSince } = narrowing;
  const { isUnanswered = false, unreadBy, followedBy } = narrowing;
  return [
    type === undefined ? [] : [{ type }],
    brin === undefined ? [] : [{ location: { brin } }],
    locationCode === undefined ? [] : [{ location: { locationCode } }],
    // Who handles the report of a protected student is not for the school to find out either.
    officerId === undefined ? [] : [{ officerId, isProtected: false }],
    filedFrom === undefined ? [] : [{ filedAt: { gte: startOfDay(filedFrom) } }],
    filedUntil === undefined ? [] : [{ filedAt: { lte: endOfDay(filedUntil) } }],
    closedSince === undefined ? [] : [{ closedAt: { gte: startOfDay(closedSince) } }],
    isUnanswered ? [{ firstReactionAt: null, ...isOpen }] : [],
    unreadBy === undefined ? [] : [{ notices: { some: { accountId: unreadBy, readAt: null } } }],
    followedBy === undefined ? [] : [followedCondition(followedBy)],
  ].flat();
}

function followedCondition(accountId: string) {
  return { OR: [{ watches: { some: { accountId, isMuted: false } } }, { followers: { some: { accountId } } }] };
}

/** A report is open until it is closed, whichever its status. The indexes of both halves know the moment, not the status. */
const isOpen = { closedAt: null };

function statusCondition(view: ListView) {
  if (view === "open") return [isOpen];
  return view === "done" ? [{ closedAt: { not: null } }] : [];
}

const cursorShape = z.tuple([z.iso.datetime(), z.uuid()]);

interface ListPoint {
  readonly filedAt: Date;
  readonly changedAt: Date;
  readonly id: string;
}

/** The place in the list after which the next page begins. */
export function writeListCursor(row: ListPoint, order: ListOrder = "newest"): string {
  return `${row[listOrders[order].moment].toISOString()}_${row.id}`;
}

/** A cursor that is no cursor begins at the first page. */
export function readListCursor(cursor: string | undefined, order: ListOrder = "newest") {
  const parsed = cursorShape.safeParse(cursor?.split("_"));
  if (!parsed.success) return {};
  const [written, id] = parsed.data;
  const at = new Date(written);
  const { moment, direction } = listOrders[order];
  const past = direction === "desc" ? "lt" : "gt";
  return { OR: [{ [moment]: { [past]: at } }, { [moment]: at, id: { [past]: id } }] };
}
