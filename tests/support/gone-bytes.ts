import { createHash, randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { addPaper } from "@/lib/attachments/commands/add-paper.server";
import { removePaper } from "@/lib/attachments/commands/remove-paper.server";
import { sendPart } from "@/lib/attachments/commands/send-part.server";
import { partBytes } from "@/lib/attachments/parts";
import { dropParts, fileOfParts } from "@/lib/attachments/parts.server";
import { destroyOld, sweepUploads } from "@/lib/attachments/upkeep.server";
import { closeReport } from "@/lib/casework/commands/close-report.server";
import { prisma } from "@/lib/db/client.server";
import { nowAt } from "@/lib/shared/clock";
import { aText, inChunks } from "./papers";
import { aFiledReport, aWorld, thursday, type World } from "./world";

/** What a row says is gone must be gone where it lay: the same on each store, of which this counts the objects. */
export function expectBytesToGo(countObjects: () => Promise<number>): void {
  let world: World;
  let reference: string;
  let uploadId: string;

  beforeEach(async () => {
    world = await aWorld();
    reference = (await aFiledReport(world)).reference;
    uploadId = randomUUID();
  });

  const minutesLater = (minutes: number) => nowAt(new Date(thursday.at.getTime() + minutes * 60_000));

  const bytesGoneAt = async (id: string) => (await prisma.attachment.findUniqueOrThrow({ where: { id } })).bytesGoneAt;

  async function sendParts(bytes: Buffer) {
    for (let position = 0; position * partBytes < bytes.length; position += 1) {
      const part = bytes.subarray(position * partBytes, (position + 1) * partBytes);
      await sendPart(world.reporter, { uploadId, position, bytes: inChunks(part) }, thursday);
    }
  }

  async function keep(bytes: AsyncIterable<Uint8Array>, counted: { size?: number; sha256?: string } = {}) {
    const file = { name: "lijst.txt", bytes, ...counted };
    const added = await addPaper(world.reporter, { reference, kind: "other", file }, thursday);
    if (!added.ok) throw new Error(`not kept: ${added.problems[0]?.code}`);
    return added.value.id;
  }

  describe("the bytes are gone from the store", () => {
    test("of parts of which the rest does not come, after an hour and not before", async () => {
      const before = await countObjects();
      await sendParts(aText(partBytes + 1));
      expect(await countObjects()).toBe(before + 2);
      await sweepUploads(minutesLater(59));
      expect(await countObjects()).toBe(before + 2);
      await sweepUploads(minutesLater(61));
      expect(await countObjects()).toBe(before);
      expect(await prisma.attachmentPart.count({ where: { uploadId } })).toBe(0);
    });

    test("of parts that were joined, and the file they are now stays", async () => {
      const before = await countObjects();
      const bytes = aText(partBytes + 1);
      await sendParts(bytes);
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      await keep(await fileOfParts(world.reporter, uploadId), { size: bytes.length, sha256 });
      await dropParts(world.reporter, uploadId);
      expect(await countObjects()).toBe(before + 1);
      await sweepUploads(minutesLater(61));
      expect(await countObjects()).toBe(before + 1);
    });

    test("of a paper that was taken back", async () => {
      const before = await countObjects();
      const id = await keep(inChunks(aText(100)));
      expect(await countObjects()).toBe(before + 1);
      await removePaper(world.reporter, id, thursday);
      expect(await countObjects()).toBe(before);
      expect(await bytesGoneAt(id)).toEqual(thursday.at);
    });

    test("of a paper whose term is over", async () => {
      const before = await countObjects();
      const id = await keep(inChunks(aText(100)));
      const closing = { reference, closeReason: "back_to_school", closeNote: "student_seen" } as const;
      await closeReport(world.officer, closing, thursday);
      const night = minutesLater(190 * 24 * 60);
      await destroyOld(night);
      expect(await countObjects()).toBe(before);
      expect(await bytesGoneAt(id)).toEqual(night.at);
    });
  });
}
