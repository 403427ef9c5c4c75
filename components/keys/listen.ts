/** Where a browser remembers that its user wants no keys of one letter. */
const switchedOff = "verzuimloket-toetsen-uit";

export function areKeysOff(): boolean {
  return localStorage.getItem(switchedOff) !== null;
}

export function switchKeys(on: boolean): void {
  if (on) localStorage.removeItem(switchedOff);
  else localStorage.setItem(switchedOff, "1");
}

export type KeyActs = Readonly<Record<string, (() => void) | undefined>>;

/**
 * Hears keys outside of fields until the answer is called. A key of which nothing is done keeps its own meaning, or the
 * one that it has for the page around.
 */
export function listenToKeys(
  actsOf: (event: KeyboardEvent) => KeyActs,
  turn: "in turn" | "before others" = "in turn",
): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (isMeantOtherwise(event) || areKeysOff()) return leaveField(event);
    const act = Object.entries(actsOf(event)).find(([key]) => key === event.key)?.[1];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  const isFirst = turn === "before others";
  document.addEventListener("keydown", onKey, isFirst);
  return () => document.removeEventListener("keydown", onKey, isFirst);
}

function isMeantOtherwise({ target, ctrlKey, metaKey, altKey, defaultPrevented }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || defaultPrevented || document.querySelector("dialog[open]") !== null) return true;
  return (
    target instanceof Element &&
    target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]") !== null
  );
}

/** Out of a plain field, to where the keys work. What Escape does in a list that is open, or in a dialog, stays. */
function leaveField({ key, target, defaultPrevented }: KeyboardEvent): void {
  if (key !== "Escape" || defaultPrevented || areKeysOff() || !(target instanceof HTMLElement)) return;
  if (target.matches("input:not([role]), textarea") && target.closest("dialog, [popover]") === null) target.blur();
}

/** Presses a link or button of the page, when it is there. */
export function press(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.click();
}

/** The button that takes up the report that is looked at. */
export const takeButton = "#oppakken button[type=submit]";

/** The line on which somebody began to choose several; a reference, which names nobody. */
const begunAt = "verzuimloket-regel";

export function rememberLine(reference: string): void {
  sessionStorage.setItem(begunAt, reference);
}

/** Null: nobody began on a line. */
export function takeRememberedLine(): string | null {
  const reference = sessionStorage.getItem(begunAt);
  sessionStorage.removeItem(begunAt);
  return reference;
}

/** The cases of the list that somebody comes from, in their order; references, which name nobody. */
const walked = "verzuimloket-lijst";

interface WalkedList {
  /** The address of the list. */
  readonly href: string;
  readonly references: readonly string[];
}

export function rememberList(list: WalkedList): void {
  sessionStorage.setItem(walked, JSON.stringify(list));
}

/** Null: one does not come from a list in this tab. */
export function rememberedList(): WalkedList | null {
  const read: unknown = JSON.parse(sessionStorage.getItem(walked) ?? "null");
  return isList(read) ? read : null;
}

function isList(read: unknown): read is WalkedList {
  return (
    typeof read === "object" &&
    read !== null &&
    "href" in read &&
    "references" in read &&
    Array.isArray(read.references)
  );
}
