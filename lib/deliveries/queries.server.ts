import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { recordRead } from "@/lib/audit/record.server";
import { prisma } from "@/lib/db/client.server";
import type { Prisma } from "@/lib/db/generated/client";
import type { OfficeViewer, Viewer } from "@/lib/identity/viewer";
import { addDays, startOfDay } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { isComing } from "./delivery";
import { findOwnRegion, ownRegion } from "./own-region.server";
import { deliveryFields, presentDelivery } from "./record.server";
import type { Deliveries, ListedDelivery, News } from "./views";

/** Whether there is a list of deliveries for this viewer at all: not for an office that is no regional point. */
export async function hasDeliveries(viewer: Viewer): Promise<boolean> {
  return (await findOwnRegion(viewer, "delivery:read")) !== null;
}

const newestFirst = [
  { periodUntil: "desc" },
  { plannedAt: "desc" },
  { id: "desc" },
] as const satisfies Prisma.DeliveryOrderByWithRelationInput[];
const lastPlannedFirst = [
  { plannedAt: "desc" },
  { periodUntil: "desc" },
  { id: "desc" },
] as const satisfies Prisma.DeliveryOrderByWithRelationInput[];

const listDays = 400;
const listMost = 200;

/** What lies ready for the own region or is being made: what is still coming on top, then what was made last. */
export async function listDeliveries(viewer: Viewer, now: Now): Promise<Deliveries> {
  const region = await ownRegion(viewer, "delivery:read");
  const accountId = viewer.kind === "office" ? viewer.accountId : null;
  const records = await prisma.delivery.findMany({
    where: { regionNumber: region.number, plannedAt: { gt: startOfDay(addDays(now.today, -listDays)) } },
    orderBy: lastPlannedFirst,
    take: listMost,
    select: {
      ...deliveryFields,
      plannedAt: true,
      receipts: { where: { accountId }, take: 1, select: { id: true } },
    },
  });
  await recordRead(viewer, now, {
    action: "delivery:list",
    object: { kind: "delivery", count: records.length },
    reason: usualReason(viewer),
  });
  // What is news goes by the period: an old month that was made again tells nothing newer.
  const newest = new Map(
    records
      .filter(({ status }) => status === "ready")
      .toReversed()
      .toSorted((one, other) => one.periodUntil.getTime() - other.periodUntil.getTime())
      .map(({ id, dataset }) => [dataset, id] as const),
  );
  const lines = records.map(({ receipts, plannedAt, ...record }) => {
    const line = presentDelivery(record, region);
    const isNews = receipts.length === 0 && newest.get(line.dataset) === line.id;
    return { line: { ...line, isNews }, at: line.readyAt ?? plannedAt };
  });
  return { region, lines: lines.toSorted(lastMadeFirst).map(({ line }) => line) };
}

interface Placed {
  readonly line: ListedDelivery;
  /** When it was made, or else planned. */
  readonly at: Date;
}

function lastMadeFirst(one: Placed, other: Placed): number {
  const comes = Number(isComing(other.line.status)) - Number(isComing(one.line.status));
  return comes || other.at.getTime() - one.at.getTime();
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
