import "server-only";
import { transact } from "@/lib/audit/transact.server";
import { isUniqueViolation } from "@/lib/db/unique.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import type { Now } from "@/lib/shared/clock";
import { NotAllowed } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import { atMost, TooLarge } from "../at-most";
import { limits } from "../limits";
import { partBytes, partsPerFile, partsPerSender } from "../parts";
import { putAway, type StoredFile, throwAway, throwAwayIfPossible } from "../vault.server";

interface Part {
  readonly uploadId: string;
  /** The first is 0. */
  readonly position: number;
  readonly bytes: AsyncIterable<Uint8Array>;
}

interface KeptPart {
  readonly position: number;
}

/** Keeps a part of a file until the rest is there. The same part again is no second one. */
export async function sendPart(viewer: PersonViewer, part: Part, now: Now): Promise<Result<KeptPart>> {
  if (!can(viewer, "attachment:begin", {})) throw new NotAllowed("attachment:begin");
  if (part.position >= partsPerFile) return fail({ code: "file-too-large" });
  const stored = await putAwayPart(part, now);
  if (stored === null) return fail({ code: "file-too-large" });
  try {
    const kept = await claim(viewer, part, stored, now);
    if (!kept.ok) await throwAway(stored.objectKey);
    return kept;
  } catch (error) {
    await throwAwayIfPossible(stored.objectKey);
    if (isUniqueViolation(error)) return ok({ position: part.position });
    throw error;
  }
}

async function putAwayPart({ bytes }: Part, now: Now): Promise<StoredFile | null> {
  try {
    return await putAway(atMost(bytes, partBytes), now);
  } catch (error) {
    if (error instanceof TooLarge) return null;
    throw error;
  }
}

function claim(viewer: PersonViewer, { uploadId, position }: Part, stored: StoredFile, now: Now) {
  const { objectKey, fileKeySealed, byteCount } = stored;
  const { accountId } = viewer;
  return transact(viewer, now, async ({ client }): Promise<Result<KeptPart>> => {
    if ((await client.attachmentPart.count({ where: { ownerId: accountId } })) >= partsPerSender) {
      return fail({ code: "papers-too-many", facts: { limit: limits.filesPerSenderPerDay } });
    }
    const data = { ownerId: accountId, uploadId, position, objectKey, fileKeySealed, byteCount, startedAt: now.at };
    await client.attachmentPart.create({ data });
    return ok({ position });
  });
}
