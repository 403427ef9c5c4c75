import "server-only";
import { record } from "@/lib/audit/record.server";
import { transact } from "@/lib/audit/transact.server";
import { prisma } from "@/lib/db/client.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { NotFound } from "@/lib/shared/problem";
import { ok, type Result } from "@/lib/shared/result";
import type { Place } from "../address";
import type { MarkInput } from "../inputs";
import { ownRegion } from "../own-region.server";
import { protectedAmong } from "../protected.server";

/** Says how it goes with somebody of a delivery; earlier words stay, the last one holds and comes with what follows. */
export async function markPerson(
  viewer: PersonViewer,
  { id, student, mark, ...place }: MarkInput,
  now: Now,
): Promise<Result<Place & { readonly id: string; readonly row: number }>> {
  const region = await ownRegion(viewer, "delivery:mark");
  const row = await prisma.deliveryRow.findFirst({
    where: { deliveryId: id, studentId: student, delivery: { regionNumber: region.number } },
    select: { isProtected: true },
  });
  if (row === null) throw new NotFound("delivery");
  const seesProtected = viewer.kind === "office" && viewer.protectedCases;
  const isHidden = !seesProtected && (row.isProtected || (await protectedAmong([student])).has(student));
  if (isHidden) throw new NotFound("delivery");
  return transact(viewer, now, async (tx) => {
    await tx.client.deliveryMark.create({
      data: {
        id: newId(),
        regionNumber: region.number,
        studentId: student,
        mark,
        markedAt: now.at,
        markedById: viewer.accountId,
        markedBy: viewer.name,
      },
    });
    record(tx, { action: "delivery:mark", object: { kind: "student", id: student }, reason: "own-duty" });
    return ok({ id, ...place });
  });
}
