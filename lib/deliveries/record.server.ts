import "server-only";
import { z } from "zod";
import { prisma } from "@/lib/db/client.server";
import type { Prisma } from "@/lib/db/generated/client";
import { fromColumn } from "@/lib/shared/calendar-date";
import { NotFound } from "@/lib/shared/problem";
import { withTrueBalance } from "./balance";
import { isDataset } from "./datasets";
import { isDeliveryStatus, storedCounts, wishes } from "./delivery";
import { deliveryTitle } from "./names";
import type { DeliveryLine, OwnRegion } from "./views";

export const deliveryFields = {
  id: true,
  dataset: true,
  regionNumber: true,
  periodFrom: true,
  periodUntil: true,
  version: true,
  status: true,
  wishes: true,
  personsTotal: true,
  personsDone: true,
  counts: true,
  readyAt: true,
  expiresOn: true,
} as const satisfies Prisma.DeliverySelect;

type DeliveryRecord = Prisma.DeliveryGetPayload<{ select: typeof deliveryFields }>;

export function presentDelivery(record: DeliveryRecord, region: OwnRegion): DeliveryLine {
  const { id, dataset, version, status, personsTotal, personsDone, readyAt, expiresOn } = record;
  if (!isDataset(dataset) || !isDeliveryStatus(status)) throw new TypeError(`a delivery of an unknown kind: ${id}`);
  const period = { from: fromColumn(record.periodFrom), until: fromColumn(record.periodUntil) };
  const asked = record.wishes === null ? null : wishes.parse(record.wishes);
  const ages = asked?.ages ?? null;
  const named = { dataset, period, version, ages, regionNumber: region.number, regionName: region.name };
  return {
    id,
    dataset,
    period,
    version,
    status,
    title: { nl: deliveryTitle(named, "nl"), en: deliveryTitle(named, "en") },
    wishes: asked,
    progress: personsTotal === null ? null : personsDone / Math.max(1, personsTotal),
    counts: record.counts === null ? null : withTrueBalance(dataset, storedCounts.parse(record.counts)),
    readyAt,
    expiresOn: expiresOn === null ? null : fromColumn(expiresOn),
  };
}

/** A delivery of the own region; another region's and one that is not there are the same. */
export async function deliveryOf(region: OwnRegion, id: string): Promise<DeliveryLine> {
  if (!z.uuid().safeParse(id).success) throw new NotFound("delivery");
  const record = await prisma.delivery.findFirst({
    where: { id, regionNumber: region.number },
    select: deliveryFields,
  });
  if (record === null) throw new NotFound("delivery");
  return presentDelivery(record, region);
}
