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

/** What was just done with a report, for the page that follows. */
const doneWords = [
  "opgepakt",
  "vastgelegd",
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
