import { formatWrittenDay } from "@/lib/i18n/format";
import { isAbsenceType } from "@/lib/reports/absence-types";
import { type ListNarrowing, type ListOrder, type ListView, listViews } from "@/lib/reports/list-filter";
import { readWrittenDay } from "@/lib/shared/calendar-date";
import type { FileKind } from "@/lib/statistics/file";
import { onlyId, onlyText } from "@/lib/web/search-params";

const words = { open: "open", done: "afgehandeld", all: "alles" } as const satisfies Record<ListView, string>;
const orderWords = { newest: "nieuw", oldest: "oud", changed: "gewijzigd" } as const satisfies Record<
  ListOrder,
  string
>;
const orders = ["newest", "oldest", "changed"] as const satisfies readonly ListOrder[];

/** What of the list is asked; who asks, and so whose news and what he follows, the page knows. */
export interface ListWish extends Omit<ListNarrowing, "unreadBy" | "followedBy"> {
  readonly view: ListView;
  readonly order: ListOrder;
  readonly onlyUnread: boolean;
  readonly onlyFollowed: boolean;
}

interface ListPlace extends ListWish {
  readonly cursor: string | undefined;
}

/** Which part of the list an address means; anything unknown is what is open, from the beginning. */
export function readListAddress(query: Readonly<Record<string, string | string[] | undefined>>): ListPlace {
  const { toon, na, volgorde } = query;
  const type = onlyText(query["soort"]) ?? "";
  return {
    view: listViews.find((view) => words[view] === toon) ?? "open",
    order: orders.find((order) => orderWords[order] === volgorde) ?? "newest",
    cursor: typeof na === "string" ? na : undefined,
    type: isAbsenceType(type) ? type : undefined,
    brin: onlyText(query["instelling"]),
    locationCode: onlyText(query["vestiging"]),
    officerId: onlyId(query["ambtenaar"]),
    filedFrom: dayIn(query["van"]),
    filedUntil: dayIn(query["tot"]),
    closedSince: dayIn(query["sinds"]),
    isUnanswered: query["zonder-reactie"] === "ja",
    onlyUnread: query["ongelezen"] === "ja",
    onlyFollowed: query["volgt"] === "ja",
  };
}

function dayIn(value: string | string[] | undefined) {
  const text = onlyText(value);
  return text === undefined ? undefined : (readWrittenDay(text) ?? undefined);
}

export function listAddress(wish: Partial<ListWish> & Pick<ListWish, "view">, cursor?: string): string {
  const query = listQuery(wish);
  if (cursor !== undefined) query.set("na", cursor);
  return query.size === 0 ? "/meldingen" : `/meldingen?${query}`;
}

/** As many as a page of the list holds. */
export const mostPrinted = 50;

/** The same part of the list, to choose from what goes on paper. */
export function printAddress(wish: ListWish, cursor: string | undefined): string {
  return listAddress(wish, cursor).replace("/meldingen", "/meldingen/afdrukken");
}

/** The same list as a file. */
export function listFileAddress(wish: ListWish, kind: FileKind): string {
  const query = listQuery(wish);
  query.set("vorm", kind);
  return `/meldingen/bestand?${query}`;
}

/** What is chosen, as words of the address; the place in the list is not among them. */
export function listQuery({
  view,
  order = "newest",
  ...wish
}: Partial<ListWish> & Pick<ListWish, "view">): URLSearchParams {
  const written: Readonly<Record<string, string | undefined>> = {
    toon: view === "open" ? undefined : words[view],
    soort: wish.type,
    instelling: wish.brin,
    vestiging: wish.locationCode,
    ambtenaar: wish.officerId,
    van: wish.filedFrom && formatWrittenDay(wish.filedFrom),
    tot: wish.filedUntil && formatWrittenDay(wish.filedUntil),
    sinds: wish.closedSince && formatWrittenDay(wish.closedSince),
    "zonder-reactie": wish.isUnanswered ? "ja" : undefined,
    ongelezen: wish.onlyUnread ? "ja" : undefined,
    volgt: wish.onlyFollowed ? "ja" : undefined,
    volgorde: order === "newest" ? undefined : orderWords[order],
  };
  const given = Object.entries(written).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return new URLSearchParams(given);
}

/** The address of what was kept by name; words that no longer mean anything are left out. */
export function keptAddress(query: string): string {
  const { cursor: _cursor, ...wish } = readListAddress(Object.fromEntries(new URLSearchParams(query)));
  return listAddress(wish);
}

/** Whether anything is left out beside what the view leaves out. */
export function isNarrowed(wish: ListWish): boolean {
  return listQuery({ ...wish, view: "open", order: "newest" }).size > 0;
}

export const orderOptions = orders.map((order) => ({ order, value: orderWords[order] }));
export const viewWord = (view: ListView): string => words[view];
