import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { recordRead } from "@/lib/audit/record.server";
import { prisma } from "@/lib/db/client.server";
import type { SchoolViewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";

/** Who asks twenty times in an hour for somebody who is not there gets no more answers for a while (trust A8). */
const missesAllowed = 20;
const window = 60 * 60 * 1000;

const action = "student:read";

/** A question that found nobody stands on the access log, so that guessing can be seen there too. */
export function recordMiss(viewer: SchoolViewer, now: Now): Promise<void> {
  return recordRead(viewer, now, {
    action,
    object: { kind: "student" },
    reason: usualReason(viewer),
    result: "refused",
  });
}

export async function hasMissedTooOften(viewer: SchoolViewer, { at }: Now): Promise<boolean> {
  const misses = await prisma.auditEntry.count({
    where: { actorId: viewer.accountId, at: { gt: new Date(at.getTime() - window) }, action, result: "refused" },
  });
  return misses >= missesAllowed;
}
