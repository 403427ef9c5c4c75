import { readReference } from "@/lib/shared/reference";
import { type InboxView, isInboxView } from "./inbox";

/** What the address of the inbox says: which list, from where on, and which report is looked at beside it. */
export interface InboxAddress {
  /** Null: the list with which one begins. */
  readonly view: InboxView | null;
  readonly cursor: string | undefined;
  /** Null: none, or no reference. */
  readonly chosen: string | null;
}

type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

export function readInboxAddress(params: SearchParams): InboxAddress {
  const view = firstOf(params["lijst"]);
  return {
    view: isInboxView(view) ? view : null,
    cursor: firstOf(params["na"]),
    chosen: readReference(firstOf(params["gekozen"]) ?? ""),
  };
}

export function writeInboxAddress({ view, cursor, chosen }: Partial<InboxAddress>): string {
  const params = new URLSearchParams();
  if (view) params.set("lijst", view);
  if (cursor) params.set("na", cursor);
  if (chosen) params.set("gekozen", chosen);
  const query = params.toString();
  return query === "" ? "/werkvoorraad" : `/werkvoorraad?${query}`;
}

export function casePath(reference: string): string {
  return `/werkvoorraad/${reference}`;
}

function firstOf(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === "string" ? value : value?.[0];
}
