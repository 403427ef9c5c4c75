export interface Answer {
  readonly kind: "saved" | "copied" | "sent";
  readonly id: string;
  readonly version: number;
  readonly at: string;
  readonly reference: string;
}

export type Trouble = "away" | "signedOut" | "refused";

/** Browsers send at most 64 KB on after a page has gone. */
const lettersKeptAlive = 60_000;

/** Sends the words; what is no answer of the desk is a reason why they are not kept. */
export async function postWords(address: string, words: string): Promise<Answer | Trouble> {
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: words,
      keepalive: words.length < lettersKeptAlive,
    });
    if (response.ok) return await response.json();
    if (response.status === 401) return "signedOut";
    return response.status >= 500 ? "away" : "refused";
  } catch (error) {
    if (error instanceof TypeError) return "away";
    throw error;
  }
}

/** All that is typed and chosen, as it will be sent. */
export function wordsOf(form: HTMLFormElement): string {
  const words = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && name !== "draftVersion" && !name.startsWith("$ACTION")) words.append(name, value);
  }
  return words.toString();
}

export function versionOf(form: HTMLFormElement): string {
  return inputOf(form, "draftVersion").value;
}

/** The form goes on as this draft, and so does the page when it is loaded anew. */
export function goOnAs(form: HTMLFormElement, { id, version }: Answer): void {
  inputOf(form, "draftVersion").value = String(version);
  inputOf(form, "submissionId").value = id;
  const address = `${location.pathname}?concept=${id}`;
  if (form.isConnected && `${location.pathname}${location.search}` !== address) {
    window.history.replaceState(null, "", address);
  }
}

function inputOf(form: HTMLFormElement, name: string): HTMLInputElement {
  const input = form.elements.namedItem(name);
  if (!(input instanceof HTMLInputElement)) throw new Error(`the form has no ${name}`);
  return input;
}
