import "server-only";
import { prisma } from "@/lib/db/client.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
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
    select: { objectKey: true, fileKeySealed: true },
  });
}

/** The parts that somebody sent, one after the other. That none is missing, size and fingerprint of the whole say. */
export function fileOfParts(viewer: PersonViewer, uploadId: string): LyingFile {
  return {
    async *[Symbol.asyncIterator]() {
      for (const part of await partsOf(viewer, uploadId)) yield* takeOut(part);
    },
    join: async (now) => joinParts(await partsOf(viewer, uploadId), now),
  };
}

/** They are a file now, or will not become one. */
export async function dropParts(viewer: PersonViewer, uploadId: string): Promise<void> {
  for (const { objectKey } of await partsOf(viewer, uploadId)) await throwAwayIfPossible(objectKey);
  await prisma.attachmentPart.deleteMany({ where: { ownerId: viewer.accountId, uploadId } });
}
