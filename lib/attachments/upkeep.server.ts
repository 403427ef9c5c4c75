import "server-only";
import { transact } from "@/lib/audit/transact.server";
import { prisma } from "@/lib/db/client.server";
import { systemViewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { destroy, destroyedColumns } from "./destroy.server";
import { keptSince, retentionMonths } from "./retention";
import { openStore } from "./storage/open-store.server";

const batchSize = 100;
/** Nobody takes longer to send ten megabytes. */
const uploadMinutes = 60;

/** Takes bytes out of the store that nobody claimed or claims any more, and links that nobody followed. */
export async function sweepUploads(now: Now): Promise<number> {
  await prisma.attachmentLink.deleteMany({ where: { expiresAt: { lt: now.at } } });
  const before = new Date(now.at.getTime() - uploadMinutes * 60_000);
  const left = await prisma.attachmentUpload.findMany({
    where: { startedAt: { lt: before } },
    orderBy: { startedAt: "asc" },
    take: batchSize,
  });
  for (const { objectKey } of left) await sweep(objectKey, now);
  return left.length;
}

/** A claim holds the row until it is done; whichever of the two comes first, the other finds nothing to do. */
async function sweep(objectKey: string, now: Now): Promise<void> {
  await transact(systemViewer("attachments"), now, async ({ client }) => {
    const { count } = await client.attachmentUpload.deleteMany({ where: { objectKey } });
    if (count > 0) await (await openStore()).remove(objectKey);
  });
}

/** Destroys the papers of reports that have been over for as long as papers are kept; answers how many. */
export async function destroyOld(now: Now): Promise<number> {
  const old = await prisma.attachment.findMany({
    relationLoadStrategy: "join",
    where: { goneAt: null, report: { closedAt: { lt: keptSince(now.at, retentionMonths(now.today)) } } },
    orderBy: { id: "asc" },
    take: batchSize,
    select: destroyedColumns,
  });
  for (const paper of old) {
    await transact(systemViewer("attachments"), now, (tx) =>
      destroy(tx, paper, { state: "removed", reason: "retention" }),
    );
  }
  await sweepUploads(now);
  return old.length;
}
