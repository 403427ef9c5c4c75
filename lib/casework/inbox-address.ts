import { readReference } from "@/lib/shared/reference";
import { type InboxView, isInboxView } from "./inbox";
import { filterNames, type InboxFilter, readInboxFilter, writeInboxFilter } from "./inbox-filter";

/** What the address of the inbox says: which list, from where on, and which report is looked at beside it. */
export interface InboxAddress {
  /** Null: the list with which one begins. */
  readonly view: InboxView | null;
  readonly filter: InboxFilter;
  /** The form of the filters is open. */
  readonly isFiltering: boolean;
  /** Several reports are being chosen, to do one thing with all of them. */
  readonly isChoosing: boolean;
  readonly cursor: string | undefined;
  /** Null: none, or no reference. */
  readonly chosen: string | null;
}

type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

export function readInboxAddress(params: SearchParams): InboxAddress {
  const view = firstOf(params["lijst"]);
  return {
    view: isInboxView(view) ? view : null,
    filter: readInboxFilter(Object.fromEntries(filterNames.map((name) => [name, firstOf(params[name])?.trim()]))),
    isFiltering: params["filter"] === "open",
    isChoosing: params["kies"] === "ja",
    cursor: firstOf(params["na"]),
    chosen: readReference(firstOf(params["gekozen"]) ?? ""),
  };
}

export function writeInboxAddress(address: Partial<InboxAddress>): string {
  const query = inboxQuery(address);
  return query.size === 0 ? "/werkvoorraad" : `/werkvoorraad?${query}`;
}

export function inboxQuery(address: Partial<InboxAddress>): URLSearchParams {
  const { view, filter = {}, isFiltering = false, isChoosing = false, cursor, chosen } = address;
  const params = new URLSearchParams(writeInboxFilter(filter));
  if (view) params.set("lijst", view);
  if (isFiltering) params.set("filter", "open");
  if (isChoosing) params.set("kies", "ja");
  if (cursor) params.set("na", cursor);
  if (chosen) params.set("gekozen", chosen);
  return params;
}

/** Back to the list, with what became of an act on many. */
export function doneManyPath({ act, back }: { readonly act: string; readonly back: string }): string {
  const { view, filter } = readInboxAddress(Object.fromEntries(new URLSearchParams(back)));
  return withParams(writeInboxAddress({ view, filter }), { samen: act });
}

export const searchPath = "/werkvoorraad/zoeken";

/** An address of this desk with more in it. */
export function withParams(address: string, more: Readonly<Record<string, string>>): string {
  return `${address}${address.includes("?") ? "&" : "?"}${new URLSearchParams(more)}`;
}

export function casePath(reference: string): string {
  return `/werkvoorraad/${encodeURIComponent(reference)}`;
}

/** What was just done with a report, for the page that follows. */
const doneWords = [
  "opgepakt",
  "vastgelegd",
  "verplaatst",
  "aangenomen",
  "afgesloten",
  "heropend",
  "wacht",
  "loopt",
  "verlengd",
  "toegewezen",
  "doorgestuurd",
  "aangeboden",
  "teruggenomen",
  "overgenomen",
  "gezien",
  "genoteerd",
] as const;
export type DoneWord = (typeof doneWords)[number];

/** The report again, saying what was done; the version says for how long that is the latest. */
export function donePath(word: DoneWord) {
  return ({ reference, version }: { readonly reference: string; readonly version: number }) =>
    `${casePath(reference)}?${new URLSearchParams({ gedaan: word, v: String(version) })}`;
}

/** What was done, as long as nothing happened since. */
export function readDone(params: SearchParams, version: number): DoneWord | null {
  if (firstOf(params["v"]) !== String(version)) return null;
  return doneWords.find((word) => word === firstOf(params["gedaan"])) ?? null;
}

/** The forms of a report's page, and the one that is open when the page opens. */
const actForms = [
  "gebeld",
  "vastleggen",
  "vraag",
  "wachten",
  "verlengen",
  "kennisgeving",
  "afsluiten",
  "heropenen",
  "toewijzen",
] as const;
export type ActFormName = (typeof actForms)[number];

export function readOpenForm(params: SearchParams): ActFormName | null {
  return actForms.find((form) => form === firstOf(params["doe"])) ?? null;
}

export function actPath(reference: string, form: ActFormName): string {
  return `${casePath(reference)}?${new URLSearchParams({ doe: form })}`;
}

function firstOf(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === "string" ? value : value?.[0];
}
