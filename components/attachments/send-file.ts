import { type Posted, postBody } from "./post-body";
import { mayGoInParts, noParts, type SentParts, sendParts } from "./send-parts";
import type { DraftPaperLine, UploadListWords, UploadState } from "./upload-list";

interface Parcel {
  readonly address: string;
  readonly file: File;
  readonly kind: string;
  readonly words: UploadListWords;
  readonly signal: AbortSignal;
  readonly parts: SentParts;
  /** The desk knows the file, under this number. */
  readonly begun: (uploadId: string) => void;
}

interface Answer {
  readonly isAlreadyThere: boolean;
  readonly isWaiting: boolean;
  /** Null: it was not refused. */
  readonly sentence: string | null;
  readonly canRetry: boolean;
  /** Not all of it arrived. */
  readonly isCut: boolean;
  /** Null: it stands with a report, and waits with no form. */
  readonly paper: DraftPaperLine | null;
}

/**
 * Sends one file with its size and fingerprint, so that a file that lost a piece on the way is noticed. A large one goes
 * in parts: when the line breaks, what is there need not be sent again.
 */
export async function sendFile(parcel: Parcel, tell: (state: UploadState) => void): Promise<UploadState> {
  const { file, kind, words, signal } = parcel;
  const told = new URLSearchParams({ kind, size: String(file.size) });
  const sha256 = await fingerprintOf(file);
  if (sha256 !== null) told.set("sha256", sha256);
  const answer =
    sha256 !== null && mayGoInParts(file)
      ? await sendInParts(parcel, { told, sha256 }, tell)
      : await sendWhole(parcel, told, tell);
  if (signal.aborted) return failed(words.cancelled, true);
  return answer === null ? failed(words.offline, true) : outcomeOf(answer, parcel);
}

type Tell = (state: UploadState) => void;

function sendWhole({ address, file, signal }: Parcel, told: URLSearchParams, tell: Tell): Promise<Posted> {
  const body = new FormData();
  for (const [name, value] of told) body.set(name, value);
  body.set("bestand", file);
  return postBody({ address, body, signal, tell: (loaded, total) => tell(progressOf(loaded, total)) });
}

interface Told {
  readonly told: URLSearchParams;
  readonly sha256: string;
}

async function sendInParts(parcel: Parcel, { told, sha256 }: Told, tell: Tell): Promise<Posted> {
  const { address, file, parts, signal, begun } = parcel;
  const broken = await sendParts({
    address,
    file,
    sha256,
    parts,
    signal,
    begun,
    tell: (sent) => tell(progressOf(sent, file.size)),
    pause: () => tell({ kind: "paused" }),
  });
  if (broken !== null) return broken.answer;
  tell({ kind: "checking" });
  told.set("naam", file.name);
  told.set("delen", parts.uploadId);
  return postBody({ address, body: told, signal, tell: () => undefined });
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

function outcomeOf({ status, text }: NonNullable<Posted>, { words, parts }: Parcel): UploadState {
  const answer = readAnswer(text);
  if (status >= 300 || answer === null) return failed(words.offline, true);
  if (answer.sentence !== null) {
    // Parts that got lost do not come back: another try begins anew.
    if (answer.isCut) Object.assign(parts, noParts(true));
    return failed(answer.sentence, answer.canRetry);
  }
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
      isCut: Reflect.get(answer, "code") === "upload-cut",
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
  const waits: unknown = Reflect.get(paper, "waits");
  return { id: text("id"), name: text("name"), facts: text("facts"), waits: typeof waits === "string" ? waits : null };
}

function failed(sentence: string, canRetry: boolean): UploadState {
  return { kind: "failed", sentence, canRetry };
}
