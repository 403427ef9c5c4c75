import "server-only";
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type { Now } from "@/lib/shared/clock";
import { fail, ok, type Result } from "@/lib/shared/result";
import { atMost, TooLarge } from "./at-most";
import type { FormatCode } from "./formats";
import { gateFor, roomsOf } from "./gate";
import { inspect, refusalOfSize } from "./inspect/inspect";
import { limits } from "./limits";
import { isLying, type LyingFile } from "./parts.server";
import { scan } from "./scanner.server";
import { putAway, type Sealed, type StoredFile, takeOut, throwAway } from "./vault.server";

/** A file as somebody sends it. */
export interface SentFile {
  readonly name: string;
  /** As they come in, or lying in the store already. */
  readonly bytes: AsyncIterable<Uint8Array> | LyingFile;
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

const checkedAtOnce = 2;
const checking = gateFor(checkedAtOnce);
/** Where those that nobody remembered are read back to. */
const roomToCheck = roomsOf(limits.bytesPerFile, checkedAtOnce);
/** So many files are remembered while they arrive, and need not be read back out of the store to be looked through. */
const roomInMemory = roomsOf(limits.bytesPerFile, 4);

/**
 * Receives a file: sealed while it arrives, so that memory does not grow with how many come; then, two at a time, looked
 * through. Whatever is refused or cut off leaves nothing behind; parts of a file stay until they are one.
 */
export async function receive(sent: SentFile, now: Now): Promise<Result<ReceivedFile>> {
  const room = roomInMemory();
  try {
    const arrived = await arrive(sent, { seen: room?.bytes ?? null, now });
    if (!arrived.ok) return arrived;
    const kept = await keepIfSound(sent, arrived.value, now);
    if (!kept.ok || !kept.value.isAsItCame) await arrived.value.letGo();
    return kept.ok ? ok(kept.value.file) : kept;
  } finally {
    room?.leave();
  }
}

/** A file that was counted from its first byte to its last. */
interface Arrived {
  readonly byteCount: number;
  readonly sha256: string;
  /** Where it was remembered; null: it must be read back. */
  readonly seen: Buffer | null;
  readonly read: () => AsyncIterable<Uint8Array>;
  /** Where it lies as it came. */
  readonly keep: () => Promise<Sealed>;
  /** It is not kept as it came. */
  readonly letGo: () => Promise<void>;
}

interface Arriving {
  /** Where it is remembered as it passes by; null: nobody remembers. */
  readonly seen: Buffer | null;
  readonly now: Now;
}

async function arrive(sent: SentFile, arriving: Arriving): Promise<Result<Arrived>> {
  try {
    return ok(await (isLying(sent.bytes) ? lookOver(sent.bytes, arriving) : takeIn(sent.bytes, arriving)));
  } catch (error) {
    if (error instanceof TooLarge) return fail({ code: "file-too-large" });
    throw error;
  }
}

async function takeIn(coming: AsyncIterable<Uint8Array>, { seen, now }: Arriving): Promise<Arrived> {
  const bytes = atMost(coming, limits.bytesPerFile);
  const { byteCount, sha256, ...sealed } = await putAway(seen === null ? bytes : remembered(bytes, seen), now);
  return {
    byteCount,
    sha256,
    seen: seen?.subarray(0, byteCount) ?? null,
    read: () => takeOut(sealed),
    keep: async () => sealed,
    letGo: () => throwAway(sealed.objectKey),
  };
}

/** What lies in the store already is only read: writing it anew would cost as much as sending it did. */
async function lookOver(lying: LyingFile, { seen, now }: Arriving): Promise<Arrived> {
  const hash = createHash("sha256");
  let byteCount = 0;
  const bytes = atMost(lying, limits.bytesPerFile);
  for await (const chunk of seen === null ? bytes : remembered(bytes, seen)) {
    hash.update(chunk);
    byteCount += chunk.byteLength;
  }
  return {
    byteCount,
    sha256: hash.digest("hex"),
    seen: seen?.subarray(0, byteCount) ?? null,
    read: () => lying,
    keep: () => lying.join(now),
    letGo: async () => undefined,
  };
}

async function* remembered(bytes: AsyncIterable<Uint8Array>, seen: Buffer): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const chunk of bytes) {
    if (length + chunk.byteLength <= seen.length) seen.set(chunk, length);
    length += chunk.byteLength;
    yield chunk;
  }
}

const refusals = { harmful: "file-virus", unscannable: "file-unscannable" } as const;

interface Sound {
  readonly file: ReceivedFile;
  /** False: drawn anew. */
  readonly isAsItCame: boolean;
}

async function keepIfSound(sent: SentFile, arrived: Arrived, now: Now): Promise<Result<Sound>> {
  const size = refusalOfSize(arrived.byteCount);
  if (size !== null) return fail(size);
  if (!isWhole(sent, arrived)) return fail({ code: "upload-cut" });
  return checking(() => inMemory(arrived, (original) => keepAsInspected(sent, { ...arrived, original }, now)));
}

async function keepAsInspected(
  { name: givenName }: SentFile,
  { byteCount, sha256, keep, original }: Arrived & { readonly original: Buffer },
  now: Now,
): Promise<Result<Sound>> {
  const inspected = await inspect(givenName, original);
  if (!inspected.ok) return inspected;
  const verdict = await scan(original);
  if (verdict === "harmful" || verdict === "unscannable") return fail({ code: refusals[verdict] });
  const { name, format, bytes } = inspected.value;
  const isAsItCame = bytes === original || bytes.equals(original);
  const kept = isAsItCame ? { byteCount, sha256, ...(await keep()) } : await putAway(Readable.from([bytes]), now);
  return ok({ file: { ...kept, name, format, sentSha256: sha256, waits: verdict === "unknown" }, isAsItCame });
}

async function inMemory<Value>({ seen, read }: Arrived, look: (bytes: Buffer) => Promise<Value>): Promise<Value> {
  if (seen !== null) return look(seen);
  const room = roomToCheck();
  if (room === null) throw new Error("more files are checked than may be at once");
  try {
    return await look(await fill(room.bytes, read()));
  } finally {
    room.leave();
  }
}

async function fill(room: Buffer, bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  let length = 0;
  for await (const chunk of bytes) {
    room.set(chunk, length);
    length += chunk.byteLength;
  }
  return room.subarray(0, length);
}

/** The desk's own count is right; what the sender counted says whether something was lost on the way. */
function isWhole({ size, sha256 }: SentFile, arrived: Pick<Arrived, "byteCount" | "sha256">): boolean {
  return (size ?? arrived.byteCount) === arrived.byteCount && (sha256 ?? arrived.sha256) === arrived.sha256;
}
