import "server-only";
import { record } from "@/lib/audit/record.server";
import { transact } from "@/lib/audit/transact.server";
import { prisma } from "@/lib/db/client.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import type { Now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import { monthOf } from "@/lib/statistics/period";
import type { QuietInput } from "@/lib/statistics/silent";

/** A school says that there was nothing to report at a location in a month that is over; said twice it is said once. */
export async function sayQuiet(
  viewer: PersonViewer,
  { locationId, month }: QuietInput,
  now: Now,
): Promise<Result<QuietInput>> {
  const location = await prisma.location.findUnique({ where: { id: locationId }, select: { organisationId: true } });
  if (location === null || !can(viewer, "figures:say-quiet", { ...location, locationId })) {
    throw new NotFound("location");
  }
  if (month >= monthOf(now.today)) return fail({ code: "month-not-over", field: "month" });
  await transact(viewer, now, async (tx) => {
    await tx.client.quietMonth.createMany({
      data: [{ locationId, month, saidBy: viewer.name, saidAt: now.at }],
      skipDuplicates: true,
    });
    record(tx, { action: "figures:say-quiet", object: { kind: "location", id: locationId }, reason: "own-school" });
  });
  return ok({ locationId, month });
}
