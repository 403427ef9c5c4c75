import "server-only";
import { transact } from "@/lib/audit/transact.server";
import { log } from "@/lib/config/log.server";
import { systemViewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { openStore } from "./storage/open-store.server";

/**
 * Takes bytes out of the store that nobody claims, and notes the moment with the paper that they were of. A claim holds
 * the row until it is done; whichever of the two comes first, the other finds nothing to do.
 */
export async function sweep(objectKey: string, now: Now): Promise<void> {
  await transact(systemViewer("attachments"), now, async ({ client }) => {
    const { count } = await client.attachmentUpload.deleteMany({ where: { objectKey } });
    if (count === 0) return;
    await (await openStore()).remove(objectKey);
    await client.attachment.updateMany({
      where: { objectKey, goneAt: { not: null } },
      data: { bytesGoneAt: now.at },
    });
  });
}

/** What cannot be taken away at once, goes with the next sweep. */
export async function sweepIfPossible(objectKey: string, now: Now): Promise<void> {
  await sweep(objectKey, now).catch((err: unknown) => {
    log().warn({ err, objectKey }, "bytes of a paper that is gone stay in the store until the next sweep");
  });
}
