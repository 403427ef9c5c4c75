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

/** Which draft the form holds: its id is that of the submission too. */
export interface DraftMark {
  readonly id: string;
  /** As a field holds it; empty: nothing is kept yet. */
  readonly version: string;
  /** Another one each time that the form is opened. */
  readonly page: string;
}

const markNames = new Set(["submissionId", "draftVersion", "draftPage"]);

/** All that is typed and chosen. */
export function wordsOf(form: HTMLFormElement): string {
  const words = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && !markNames.has(name) && !name.startsWith("$ACTION")) words.append(name, value);
  }
  return words.toString();
}

export function withMark(words: string, { id, version, page }: DraftMark): string {
  return `${words}&submissionId=${id}&draftVersion=${version}&draftPage=${page}`;
}

/** The page goes on with this draft when it is loaded anew. */
export function showInAddress(form: HTMLFormElement, id: string): void {
  const address = `${location.pathname}?concept=${id}`;
  if (form.isConnected && `${location.pathname}${location.search}` !== address) {
    window.history.replaceState(null, "", address);
  }
}
