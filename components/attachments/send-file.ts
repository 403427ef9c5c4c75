import type { DraftPaperLine, UploadListWords, UploadState } from "./upload-list";

interface Parcel {
  readonly address: string;
  readonly file: File;
  readonly kind: string;
  readonly words: UploadListWords;
  readonly signal: AbortSignal;
}

interface Answer {
  readonly isAlreadyThere: boolean;
  readonly isWaiting: boolean;
  /** Null: it was not refused. */
  readonly sentence: string | null;
  readonly canRetry: boolean;
  /** Null: it stands with a report, and waits with no form. */
  readonly paper: DraftPaperLine | null;
}

/**
 * Sends one file with its size and fingerprint, so that a file that lost a piece on the way is noticed. By
 * XMLHttpRequest, because only that tells how far the sending is.
 */
export async function sendFile(parcel: Parcel, tell: (state: UploadState) => void): Promise<UploadState> {
  const { file, kind, words, signal } = parcel;
  const form = new FormData();
  form.set("kind", kind);
  form.set("size", String(file.size));
  const sha256 = await fingerprintOf(file);
  if (sha256 !== null) form.set("sha256", sha256);
  form.set("bestand", file);
  if (signal.aborted) return failed(words.cancelled, true);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", parcel.address);
    request.setRequestHeader("Accept", "application/json");
    request.upload.onprogress = ({ loaded, total }) => tell(progressOf(loaded, total));
    request.onload = () => resolve(outcomeOf(request, words));
    request.onerror = () => resolve(failed(words.offline, true));
    request.onabort = () => resolve(failed(words.cancelled, true));
    signal.addEventListener("abort", () => request.abort());
    request.send(form);
  });
}

function progressOf(loaded: number, total: number): UploadState {
  return loaded >= total ? { kind: "checking" } : { kind: "busy", percent: Math.floor((loaded / total) * 100) };
}

/** Null: this browser gives no fingerprints here, as on a page without https. */
async function fingerprintOf(file: File): Promise<string | null> {
  if (!("subtle" in crypto)) return null;
  const hash = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function outcomeOf({ status, responseText }: XMLHttpRequest, words: UploadListWords): UploadState {
  const answer = readAnswer(responseText);
  if (status >= 300 || answer === null) return failed(words.offline, true);
  if (answer.sentence !== null) return failed(answer.sentence, answer.canRetry);
  const { paper } = answer;
  if (answer.isAlreadyThere) return { kind: "done", sentence: words.twice, paper };
  return { kind: "done", sentence: answer.isWaiting ? words.waits : words.done, paper };
}

function readAnswer(text: string): Answer | null {
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer !== "object" || answer === null) return null;
    const sentence: unknown = Reflect.get(answer, "sentence");
    return {
      isAlreadyThere: Reflect.get(answer, "isAlreadyThere") === true,
      isWaiting: Reflect.get(answer, "state") === "waiting",
      sentence: typeof sentence === "string" ? sentence : null,
      canRetry: Reflect.get(answer, "canRetry") === true,
      paper: readPaper(Reflect.get(answer, "paper")),
    };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function readPaper(paper: unknown): DraftPaperLine | null {
  if (typeof paper !== "object" || paper === null) return null;
  const text = (name: string) => String(Reflect.get(paper, name));
  return { id: text("id"), name: text("name"), facts: text("facts") };
}

function failed(sentence: string, canRetry: boolean): UploadState {
  return { kind: "failed", sentence, canRetry };
}
