import "server-only";
import { record } from "@/lib/audit/record.server";
import { transact } from "@/lib/audit/transact.server";
import { prisma } from "@/lib/db/client.server";
import { Prisma } from "@/lib/db/generated/client";
import type { PersonViewer } from "@/lib/identity/viewer";
import { toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { fail, ok, type Result } from "@/lib/shared/result";
import type { Dataset } from "../datasets";
import { isComing, type Wishes, waitingMost } from "../delivery";
import { type DeliveryChoice, faultOfSnapshot, type SnapshotInput } from "../inputs";
import type { Period } from "../netting";
import { ownRegion } from "../own-region.server";
import { codesOfRegion, findFirstDay, loadAtlas } from "../people.server";
import { deliveryOf } from "../record.server";
import type { OwnRegion } from "../views";

/** Asks for the residents of an age on a day; made within minutes. */
export async function askSnapshot(
  viewer: PersonViewer,
  { day, ageFrom, ageUntil, municipalities, columns, purpose }: SnapshotInput,
  now: Now,
): Promise<Result<{ readonly id: string }>> {
  const region = await ownRegion(viewer, "delivery:ask");
  const codes = codesOfRegion(await loadAtlas(), region.number);
  const known = { codes, firstDay: await findFirstDay(codes), today: now.today };
  const fault = faultOfSnapshot({ day, municipalities }, known);
  if (fault !== null) return fail(fault);
  const period = { from: day, until: day };
  return ask(viewer, region, now, {
    dataset: "snapshot",
    period,
    wishes: { ages: [ageFrom, ageUntil], municipalities, columns, purpose },
  });
}

/** Asks for the same delivery anew, from the register as it is now. What was delivered stays as it is. */
export async function askAgain(
  viewer: PersonViewer,
  { id }: DeliveryChoice,
  now: Now,
): Promise<Result<{ readonly id: string }>> {
  const region = await ownRegion(viewer, "delivery:ask");
  const line = await deliveryOf(region, id);
  if (isComing(line.status)) return fail({ code: "delivery-coming" });
  const stored = await prisma.delivery.findUniqueOrThrow({ where: { id }, select: { wishes: true } });
  return ask(viewer, region, now, { dataset: line.dataset, period: line.period, wishes: stored.wishes });
}

interface Asked {
  readonly dataset: Dataset;
  readonly period: Period;
  readonly wishes: Wishes | Prisma.JsonValue;
}

async function ask(
  viewer: PersonViewer,
  region: OwnRegion,
  now: Now,
  { dataset, period, wishes }: Asked,
): Promise<Result<{ readonly id: string }>> {
  return transact(viewer, now, async (tx) => {
    // Two who ask at one moment get two versions, one after the other.
    await tx.client.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('deliveries'), ${region.number}::int)`;
    const waiting = await tx.client.delivery.count({
      where: { regionNumber: region.number, requestedById: viewer.accountId, status: { in: ["planned", "running"] } },
    });
    if (waiting >= waitingMost) return fail({ code: "deliveries-waiting", facts: { count: waiting } });
    const key = { dataset, regionNumber: region.number, periodFrom: toColumn(period.from) };
    const newest = await tx.client.delivery.aggregate({ where: key, _max: { version: true } });
    const id = newId();
    await tx.client.delivery.create({
      data: {
        ...key,
        id,
        periodUntil: toColumn(period.until),
        version: (newest._max.version ?? 0) + 1,
        status: "planned",
        wishes: wishes ?? Prisma.DbNull,
        requestedById: viewer.accountId,
        plannedAt: now.at,
      },
    });
    record(tx, { action: "delivery:ask", object: { kind: "delivery", id }, reason: "asked" });
    return ok({ id });
  });
}
