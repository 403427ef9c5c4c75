import { partBytes } from "@/lib/attachments/parts";
import { type Posted, postBody } from "./post-body";

/** What of a file is on the other side; kept when the line breaks, so that it goes on from there. */
export interface SentParts {
  /** Made when the first part goes. */
  uploadId: string;
  count: number;
}

export function noParts(): SentParts {
  return { uploadId: "", count: 0 };
}

/** Where a browser makes no random ids, as on a page without https, a file goes in one piece. */
export function mayGoInParts({ size }: File): boolean {
  return size > partBytes && "randomUUID" in crypto;
}

interface Parcel {
  readonly file: File;
  readonly parts: SentParts;
  readonly signal: AbortSignal;
  /** How many bytes of the file are on the other side. */
  readonly tell: (sent: number) => void;
  readonly pause: () => void;
}

/** How long after a failure it is tried again. */
const waits = [1_000, 3_000, 8_000, 15_000];

/** Sends what is not there yet. Null: all of it is there. Else what the desk said, or that it could not be reached. */
export async function sendParts(parcel: Parcel): Promise<{ readonly answer: Posted } | null> {
  const { file, parts } = parcel;
  if (parts.uploadId === "") parts.uploadId = crypto.randomUUID();
  while (parts.count * partBytes < file.size) {
    const answer = await sendStubbornly(parcel);
    if (answer === null || answer.status >= 300 || isRefusal(answer.text)) return { answer };
    parts.count += 1;
  }
  return null;
}

function isRefusal(text: string): boolean {
  return text.includes('"sentence"');
}

async function sendStubbornly(parcel: Parcel): Promise<Posted> {
  for (const wait of [...waits, null]) {
    const answer = await sendPart(parcel);
    const isThrough = answer !== null && answer.status < 500;
    if (isThrough || wait === null || parcel.signal.aborted) return answer;
    parcel.pause();
    await backOnline(wait, parcel.signal);
  }
  return null;
}

function sendPart({ file, parts, signal, tell }: Parcel): Promise<Posted> {
  const from = parts.count * partBytes;
  return postBody({
    address: `/bijlagen/delen/${parts.uploadId}/${parts.count}`,
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
