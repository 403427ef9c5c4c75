import { partBytes } from "@/lib/attachments/parts";
import { type Posted, postBody } from "./post-body";

/** What of a file is on the other side; kept when the line breaks, so that it goes on from there. */
export interface SentParts {
  /** As the desk knows the sending; empty: it was not begun. */
  uploadId: string;
  there: Set<number>;
  /** What was there made no whole: the desk is to forget it. */
  isSpoilt: boolean;
}

export function noParts(isSpoilt = false): SentParts {
  return { uploadId: "", there: new Set(), isSpoilt };
}

/** Where a browser counts no fingerprints, as on a page without https, a file goes in one piece. */
export function mayGoInParts({ size }: File): boolean {
  return size > partBytes && "subtle" in crypto;
}

interface Parcel {
  /** Where the whole file goes. */
  readonly address: string;
  readonly file: File;
  readonly sha256: string;
  readonly parts: SentParts;
  readonly signal: AbortSignal;
  readonly begun: (uploadId: string) => void;
  /** How many bytes of the file are on the other side. */
  readonly tell: (sent: number) => void;
  readonly pause: () => void;
}

/** How long after a failure it is tried again. */
const waits = [1_000, 3_000, 8_000, 15_000];

/** Sends what is not there yet. Null: all of it is there. Else what the desk said, or that it could not be reached. */
export async function sendParts(parcel: Parcel): Promise<{ readonly answer: Posted } | null> {
  const { file, parts, begun } = parcel;
  if (parts.uploadId === "") {
    const refused = await begin(parcel);
    if (refused !== null) return refused;
  }
  begun(parts.uploadId);
  for (let position = 0; position * partBytes < file.size; position += 1) {
    if (parts.there.has(position)) continue;
    const answer = await sendStubbornly(parcel, () => sendPart(parcel, position));
    if (isNo(answer)) return { answer };
    parts.there.add(position);
  }
  return null;
}

function isNo(answer: Posted): boolean {
  return answer === null || answer.status >= 300 || answer.text.includes('"sentence"');
}

/** The desk may know the file, of a page that is gone, and then says what of it is there. */
async function begin(parcel: Parcel): Promise<{ readonly answer: Posted } | null> {
  const { address, file, sha256, parts, signal } = parcel;
  const said = new URLSearchParams({ plaats: address, naam: file.name.slice(-255), size: String(file.size), sha256 });
  if (parts.isSpoilt) said.set("opnieuw", "1");
  const post = () => postBody({ address: "/bijlagen/delen", body: said, signal, tell: () => undefined });
  const answer = await sendStubbornly(parcel, post);
  if (answer === null || isNo(answer)) return { answer };
  const sending: { readonly uploadId: string; readonly positions: readonly number[] } = JSON.parse(answer.text);
  Object.assign(parts, { uploadId: sending.uploadId, there: new Set(sending.positions), isSpoilt: false });
  return null;
}

async function sendStubbornly({ signal, pause }: Parcel, send: () => Promise<Posted>): Promise<Posted> {
  for (const wait of [...waits, null]) {
    const answer = await send();
    const isThrough = answer !== null && answer.status < 500;
    if (isThrough || wait === null || signal.aborted) return answer;
    pause();
    await backOnline(wait, signal);
  }
  return null;
}

function sendPart({ file, parts, signal, tell }: Parcel, position: number): Promise<Posted> {
  const from = position * partBytes;
  return postBody({
    address: `/bijlagen/delen/${parts.uploadId}/${position}`,
    body: file.slice(from, from + partBytes),
    signal,
    tell: (loaded) => tell(from + loaded),
  });
}

/** A rest, and longer while the browser knows that there is no line. */
async function backOnline(milliseconds: number, signal: AbortSignal): Promise<void> {
  await pausedBy(signal, (done) => setTimeout(done, milliseconds));
  if (!navigator.onLine) await pausedBy(signal, (done) => window.addEventListener("online", done, { once: true }));
}

function pausedBy(signal: AbortSignal, start: (done: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    start(resolve);
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
