import "server-only";
import { prisma } from "@/lib/db/client.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { partBytes } from "./parts";
import { joinParts, type Sealed, takeOut, throwAwayIfPossible } from "./vault.server";

/** A file that lies in the store already, in parts: it can be read as often as needed, and need not be written again. */
export interface LyingFile extends AsyncIterable<Uint8Array> {
  /** Makes one object of the parts; they are none any more. */
  readonly join: (now: Now) => Promise<Sealed>;
}

export function isLying(bytes: AsyncIterable<Uint8Array> | LyingFile): bytes is LyingFile {
  return "join" in bytes;
}

function partsOf({ accountId }: PersonViewer, uploadId: string) {
  return prisma.attachmentPart.findMany({
    where: { ownerId: accountId, uploadId },
    orderBy: { position: "asc" },
    select: { byteCount: true, objectKey: true, fileKeySealed: true },
  });
}

type Part = Awaited<ReturnType<typeof partsOf>>[number];

/**
 * The parts that somebody sent, one after the other. That none is missing, size and fingerprint of the whole say. It is
 * of the parts that are there now: what comes while it is looked through was not looked through.
 */
export async function fileOfParts(viewer: PersonViewer, uploadId: string): Promise<LyingFile> {
  const parts = asFarAsFull(await partsOf(viewer, uploadId));
  return {
    async *[Symbol.asyncIterator]() {
      for (const part of parts) yield* takeOut(part);
    },
    join: (now) => joinParts(parts, now),
  };
}

/** Up to the first that is not full: only the last one may be shorter, or the joined file could not be opened. */
function asFarAsFull(parts: readonly Part[]): readonly Part[] {
  const short = parts.findIndex(({ byteCount }) => byteCount < partBytes);
  return short < 0 ? parts : parts.slice(0, short + 1);
}

/** They are a file now, or will not become one. */
export async function dropParts(viewer: PersonViewer, uploadId: string): Promise<void> {
  for (const { objectKey } of await partsOf(viewer, uploadId)) await throwAwayIfPossible(objectKey);
  await prisma.attachmentPart.deleteMany({ where: { ownerId: viewer.accountId, uploadId } });
  await prisma.attachmentSending.deleteMany({ where: { ownerId: viewer.accountId, uploadId } });
}
