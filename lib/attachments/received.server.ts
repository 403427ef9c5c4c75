import "server-only";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { Now } from "@/lib/shared/clock";
import { fail, ok, type Result } from "@/lib/shared/result";
import { atMost, TooLarge } from "./at-most";
import type { FormatCode } from "./formats";
import { gateFor, roomsOf } from "./gate";
import { inspect, refusalOfSize } from "./inspect/inspect";
import { limits } from "./limits";
import { scan } from "./scanner.server";
import { putAway, type StoredFile, takeOut, throwAway } from "./vault.server";

/** A file as somebody sends it. */
export interface SentFile {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** What the sender counted; absent when he did not. */
  readonly size?: number | undefined;
  readonly sha256?: string | undefined;
}

/** A file that was received whole, was looked through, and lies in the store in the form in which it is kept. */
export interface ReceivedFile extends StoredFile {
  readonly name: string;
  readonly format: FormatCode;
  readonly sentSha256: string;
  /** The scanner was away: nobody opens it before it has been looked at. */
  readonly waits: boolean;
}

const checking = gateFor(2);
/** So many files are remembered while they arrive, and need not be read back out of the store to be looked through. */
const roomInMemory = roomsOf(limits.bytesPerFile, 4);

/**
 * Receives a file: sealed while it arrives, so that memory does not grow with how many come; then, two at a time, looked
 * through. Whatever is refused or cut off leaves nothing behind.
 */
export async function receive(sent: SentFile, now: Now): Promise<Result<ReceivedFile>> {
  const room = roomInMemory();
  const seen = room?.bytes ?? null;
  try {
    const stored = await arrive(sent, seen, now);
    if (!stored.ok) return stored;
    const kept = await keepIfSound(sent, { stored: stored.value, seen }, now);
    if (!kept.ok || kept.value.objectKey !== stored.value.objectKey) await throwAway(stored.value.objectKey);
    return kept;
  } finally {
    room?.leave();
  }
}

interface Arrived {
  readonly stored: StoredFile;
  /** What was stored, as it passed by; null: nobody remembers. */
  readonly seen: Buffer | null;
}

async function arrive(sent: SentFile, seen: Buffer | null, now: Now): Promise<Result<StoredFile>> {
  const bytes = atMost(sent.bytes, limits.bytesPerFile);
  try {
    return ok(await putAway(seen === null ? bytes : remembered(bytes, seen), now));
  } catch (error) {
    if (error instanceof TooLarge) return fail({ code: "file-too-large" });
    throw error;
  }
}

async function* remembered(bytes: SentFile["bytes"], seen: Buffer): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const chunk of bytes) {
    if (length + chunk.byteLength <= seen.length) seen.set(chunk, length);
    length += chunk.byteLength;
    yield chunk;
  }
}

const refusals = { harmful: "file-virus", unscannable: "file-unscannable" } as const;

async function keepIfSound(sent: SentFile, { stored, seen }: Arrived, now: Now): Promise<Result<ReceivedFile>> {
  const size = refusalOfSize(stored.byteCount);
  if (size !== null) return fail(size);
  if (!isWhole(sent, stored)) return fail({ code: "upload-cut" });
  return checking(async () => {
    const original = seen === null ? await buffer(takeOut(stored)) : seen.subarray(0, stored.byteCount);
    const inspected = await inspect(sent.name, original);
    if (!inspected.ok) return inspected;
    const verdict = await scan(original);
    if (verdict === "harmful" || verdict === "unscannable") return fail({ code: refusals[verdict] });
    const { name, format, bytes } = inspected.value;
    const kept = bytes === original || bytes.equals(original) ? stored : await putAway(Readable.from([bytes]), now);
    return ok({ ...kept, name, format, sentSha256: stored.sha256, waits: verdict === "unknown" });
  });
}

/** The desk's own count is right; what the sender counted says whether something was lost on the way. */
function isWhole({ size, sha256 }: SentFile, stored: StoredFile): boolean {
  return (size ?? stored.byteCount) === stored.byteCount && (sha256 ?? stored.sha256) === stored.sha256;
}
