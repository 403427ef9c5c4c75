import "server-only";
import { usualReason } from "@/lib/audit/entry";
import { record } from "@/lib/audit/record.server";
import { transact } from "@/lib/audit/transact.server";
import { prisma } from "@/lib/db/client.server";
import { isFreshlySignedIn } from "@/lib/identity/session-policy";
import { isPerson, type Viewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { NotFound } from "@/lib/shared/problem";
import { fail, ok, type Result } from "@/lib/shared/result";
import { bundle } from "../bundle.server";
import { stepUpFrom } from "../delivery";
import { ownRegion } from "../own-region.server";
import { deliveryOf } from "../record.server";
import { readFile, readFilesInTurn } from "../store.server";
import type { DeliveryLine } from "../views";

/** Everything of a delivery in one. */
const wholeName = "levering.zip";

export interface TakenFile {
  readonly title: string;
  readonly mediaType: string;
  /** Null: not known before it is read. */
  readonly size: number | null;
  readonly bytes: AsyncIterable<Uint8Array>;
}

interface Asked {
  readonly id: string;
  /** Of one file, or of all of them: `levering.zip`. */
  readonly name: string;
}

/** Hands out a file of the own region, and writes down who took it before the first byte leaves. */
export async function takeFile(viewer: Viewer, { id, name }: Asked, now: Now): Promise<Result<TakenFile>> {
  const region = await ownRegion(viewer, "delivery:read");
  const line = await deliveryOf(region, id);
  const file = line.status === "ready" ? await findFile(line, name) : null;
  if (file === null) throw new NotFound("delivery");
  if (needsStepUp(viewer, line, now)) return fail({ code: "step-up-needed" });
  await transact(viewer, now, async (tx) => {
    await tx.client.deliveryReceipt.create({
      data: {
        id: newId(),
        deliveryId: id,
        accountId: isPerson(viewer) ? viewer.accountId : null,
        takenBy: viewer.name,
        fileName: name,
        takenAt: now.at,
      },
    });
    const object = { kind: "delivery", id, count: line.counts?.persons ?? 0 };
    record(tx, { action: "delivery:take", object, reason: line.wishes === null ? usualReason(viewer) : "asked" });
  });
  return ok(file);
}

/** Many persons at once: whoever takes them showed shortly ago who he is. A coupled system always did. */
function needsStepUp(viewer: Viewer, { counts }: DeliveryLine, now: Now): boolean {
  return isPerson(viewer) && (counts?.persons ?? 0) > stepUpFrom && !isFreshlySignedIn(viewer, now.at);
}

async function findFile(line: DeliveryLine, name: string): Promise<TakenFile | null> {
  if (name === wholeName) return wholeDelivery(line);
  // The database knows no text with this in it, and says so loudly.
  if (name.includes("\0")) return null;
  const file = await prisma.deliveryFile.findUnique({ where: { deliveryId_name: { deliveryId: line.id, name } } });
  return file === null ? null : { ...file, bytes: readFile(line.id, name) };
}

async function wholeDelivery({ id, title, readyAt }: DeliveryLine): Promise<TakenFile> {
  const files = await prisma.deliveryFile.findMany({ where: { deliveryId: id }, orderBy: { name: "asc" } });
  const read = readFilesInTurn(id);
  const parts = files.map((file) => ({ ...file, bytes: () => read(file.name) }));
  return {
    title: `${title.nl}.zip`,
    mediaType: "application/zip",
    size: null,
    bytes: bundle(parts, readyAt ?? new Date(0)),
  };
}
