import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { recordRead } from "@/lib/audit/record.server";
import { prisma } from "@/lib/db/client.server";
import type { PersonViewer, Viewer } from "@/lib/identity/viewer";
import { toColumn } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { fail, ok, type Result } from "@/lib/shared/result";
import { changesSince } from "../changes.server";
import type { Class } from "../classes";
import { faultOfSnapshot, type SnapshotInput } from "../inputs";
import type { Mark } from "../marks";
import { ownRegion } from "../own-region.server";
import { codesOfRegion, countCandidates, findFirstDay, loadAtlas } from "../people.server";
import { readPlace, writePlace } from "../place-cursor.server";
import { previewRows, previewSize } from "../preview.server";
import { deliveryOf } from "../record.server";
import type { DeliveryLine, DeliveryView, SnapshotChoices } from "../views";

interface Asked {
  readonly id: string;
  readonly class: Class | null;
  readonly done: Mark | null;
  readonly cursor: string | undefined;
}

/** One delivery as it can be looked at before it is taken: the balance, the persons page by page, who took it. */
export async function findDelivery(viewer: PersonViewer, now: Now, asked: Asked): Promise<DeliveryView> {
  const region = await ownRegion(viewer, "delivery:read");
  const line = await deliveryOf(region, asked.id);
  const isReady = line.status === "ready";
  const [rows, changes, receipts, files] = await Promise.all([
    isReady ? previewRows(viewer, { ...asked, after: readPlace(line.id, asked.cursor) }, region) : [],
    isReady ? changesSince(viewer.accountId, line) : null,
    prisma.deliveryReceipt.findMany({ where: { deliveryId: line.id }, orderBy: { takenAt: "desc" }, take: 50 }),
    isReady ? listFiles(line.id) : [],
  ]);
  const page = rows.slice(0, previewSize);
  const last = page.at(-1);
  await recordRead(viewer, now, {
    action: "delivery:read",
    object: { kind: "delivery", id: line.id, count: page.length },
    reason: usualReason(viewer),
  });
  return {
    line,
    region,
    rows: page,
    nextCursor: rows.length > previewSize && last !== undefined ? writePlace(line.id, last.studentId) : null,
    changes,
    receipts: receipts.map(({ takenBy, fileName, takenAt }) => ({ by: takenBy, fileName, at: takenAt })),
    files,
  };
}

function listFiles(deliveryId: string) {
  return prisma.deliveryFile.findMany({
    where: { deliveryId },
    orderBy: { name: "asc" },
    select: { name: true, title: true, size: true, sha256: true },
  });
}

/** A delivery with its files and nobody of it, for a system that fetches them. */
export async function listDeliveryFiles(
  viewer: Viewer,
  now: Now,
  id: string,
): Promise<{ readonly line: DeliveryLine; readonly files: DeliveryView["files"] }> {
  const line = await deliveryOf(await ownRegion(viewer, "delivery:read"), id);
  await recordRead(viewer, now, {
    action: "delivery:read",
    object: { kind: "delivery", id, count: 0 },
    reason: usualReason(viewer),
  });
  return { line, files: line.status === "ready" ? await listFiles(id) : [] };
}

/** The municipalities of the own region that exist today. */
export async function findSnapshotChoices(viewer: PersonViewer, now: Now): Promise<SnapshotChoices> {
  const region = await ownRegion(viewer, "delivery:ask");
  const today = toColumn(now.today);
  const municipalities = await prisma.municipality.findMany({
    where: { regionNumber: region.number, OR: [{ validUntil: null }, { validUntil: { gte: today } }] },
    orderBy: { name: "asc" },
    select: { code: true, name: true },
  });
  return { region, municipalities };
}

/** About how many persons a snapshot would hold, before anything is made; it names nobody and is logged all the same. */
export async function countSnapshot(viewer: PersonViewer, input: SnapshotInput, now: Now): Promise<Result<number>> {
  const region = await ownRegion(viewer, "delivery:ask");
  const all = codesOfRegion(await loadAtlas(), region.number);
  const fault = faultOfSnapshot(input, { codes: all, firstDay: await findFirstDay(all), today: now.today });
  if (fault !== null) return fail(fault);
  const codes = input.municipalities.length > 0 ? input.municipalities : all;
  const period = { from: input.day, until: input.day };
  const ages = [input.ageFrom, input.ageUntil] as const;
  const count = await countCandidates({ dataset: "snapshot", period, codes, ages, previousId: null });
  await recordRead(viewer, now, {
    action: "delivery:count",
    object: { kind: "student", count },
    reason: usualReason(viewer),
  });
  return ok(count);
}
