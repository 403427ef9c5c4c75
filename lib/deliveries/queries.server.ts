import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { recordRead } from "@/lib/audit/record.server";
import { prisma } from "@/lib/db/client.server";
import type { Prisma } from "@/lib/db/generated/client";
import type { OfficeViewer, Viewer } from "@/lib/identity/viewer";
import { addDays, startOfDay } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { findOwnRegion, ownRegion } from "./own-region.server";
import { deliveryFields, presentDelivery } from "./record.server";
import type { Deliveries, News } from "./views";

/** Whether there is a list of deliveries for this viewer at all: not for an office that is no regional point. */
export async function hasDeliveries(viewer: Viewer): Promise<boolean> {
  return (await findOwnRegion(viewer, "delivery:read")) !== null;
}

const newestFirst = [
  { periodUntil: "desc" },
  { plannedAt: "desc" },
  { id: "desc" },
] as const satisfies Prisma.DeliveryOrderByWithRelationInput[];

const listDays = 400;
const listMost = 200;

/** What lies ready for the own region or is being made, the newest first. */
export async function listDeliveries(viewer: Viewer, now: Now): Promise<Deliveries> {
  const region = await ownRegion(viewer, "delivery:read");
  const accountId = viewer.kind === "office" ? viewer.accountId : null;
  const records = await prisma.delivery.findMany({
    where: { regionNumber: region.number, plannedAt: { gt: startOfDay(addDays(now.today, -listDays)) } },
    orderBy: newestFirst,
    take: listMost,
    select: {
      ...deliveryFields,
      receipts: { where: { accountId }, take: 1, select: { id: true } },
    },
  });
  await recordRead(viewer, now, {
    action: "delivery:list",
    object: { kind: "delivery", count: records.length },
    reason: usualReason(viewer),
  });
  const newest = new Map(
    records
      .filter(({ status }) => status === "ready")
      .map(({ id, dataset }) => [dataset, id] as const)
      .reverse(),
  );
  return {
    region,
    lines: records.map(({ receipts, ...record }) => ({
      ...presentDelivery(record, region),
      isNews: receipts.length === 0 && newest.get(record.dataset) === record.id,
    })),
  };
}

/** The newest of each kind that lies ready, where this coordinator did not take it yet; no names, for a start page. */
export async function listNews(viewer: OfficeViewer, now: Now): Promise<readonly News[]> {
  const region = await ownRegion(viewer, "delivery:read");
  const records = await prisma.delivery.findMany({
    where: {
      regionNumber: region.number,
      status: "ready",
      readyAt: { gt: startOfDay(addDays(now.today, -newsDays)) },
    },
    orderBy: [{ dataset: "asc" }, ...newestFirst],
    distinct: ["dataset"],
    select: { ...deliveryFields, receipts: { where: { accountId: viewer.accountId }, take: 1, select: { id: true } } },
  });
  const untaken = records.filter(({ receipts }) => receipts.length === 0);
  return untaken.map((record) => {
    const { id, title, counts } = presentDelivery(record, region);
    return { id, title, newCount: counts?.byClass.new ?? 0, backCount: counts?.byClass.back ?? 0 };
  });
}

const newsDays = 45;
