import "server-only";
import { prisma } from "@/lib/db/client.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { takeOut, throwAwayIfPossible } from "./vault.server";

const columns = { objectKey: true, fileKeySealed: true } as const;

function partsOf({ accountId }: PersonViewer, uploadId: string) {
  return prisma.attachmentPart.findMany({
    where: { ownerId: accountId, uploadId },
    orderBy: { position: "asc" },
    select: columns,
  });
}

/** The parts that somebody sent, one after the other. That none is missing, size and fingerprint of the whole say. */
export async function* joinParts(viewer: PersonViewer, uploadId: string): AsyncGenerator<Uint8Array> {
  for (const part of await partsOf(viewer, uploadId)) yield* takeOut(part);
}

/** They are a file now, or will not become one. */
export async function dropParts(viewer: PersonViewer, uploadId: string): Promise<void> {
  for (const { objectKey } of await partsOf(viewer, uploadId)) await throwAwayIfPossible(objectKey);
  await prisma.attachmentPart.deleteMany({ where: { ownerId: viewer.accountId, uploadId } });
}
