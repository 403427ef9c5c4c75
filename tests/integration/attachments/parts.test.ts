import { createHash, randomUUID } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { beforeEach, describe, expect, test } from "vitest";
import { addPaper } from "@/lib/attachments/commands/add-paper.server";
import { beginSending } from "@/lib/attachments/commands/begin-sending.server";
import { makeLink, openLink } from "@/lib/attachments/commands/open-paper.server";
import { sendPart } from "@/lib/attachments/commands/send-part.server";
import { limits } from "@/lib/attachments/limits";
import { partBytes, partsPerFile } from "@/lib/attachments/parts";
import { dropParts, fileOfParts } from "@/lib/attachments/parts.server";
import { findHalfSent } from "@/lib/attachments/queries/half-sent.server";
import { listPapers } from "@/lib/attachments/queries.server";
import { sweepUploads } from "@/lib/attachments/upkeep.server";
import { takeOut } from "@/lib/attachments/vault.server";
import { prisma } from "@/lib/db/client.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { nowAt } from "@/lib/shared/clock";
import { NotAllowed } from "@/lib/shared/problem";
import { aText, inChunks } from "@/tests/support/papers";
import { reporterOf } from "@/tests/support/viewers";
import { aFiledReport, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let reference: string;
let uploadId: string;

beforeEach(async () => {
  world = await aWorld();
  reference = (await aFiledReport(world)).reference;
  uploadId = randomUUID();
});

const part = (bytes: Buffer, position: number) => bytes.subarray(position * partBytes, (position + 1) * partBytes);

const send = (bytes: Buffer, position: number, viewer: PersonViewer = world.reporter) =>
  sendPart(viewer, { uploadId, position, bytes: inChunks(part(bytes, position)) }, thursday);

async function sendAll(bytes: Buffer) {
  for (let position = 0; position * partBytes < bytes.length; position += 1) await send(bytes, position);
}

/** Says that the parts are one file. */
async function join(bytes: Buffer, viewer: PersonViewer = world.reporter) {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const file = { name: "lijst.txt", bytes: await fileOfParts(viewer, uploadId), size: bytes.length, sha256 };
  return addPaper(viewer, { reference, kind: "other", file }, thursday);
}

describe("a file that is sent in parts", () => {
  test.each([partBytes - 1, partBytes, partBytes + 1, limits.bytesPerFile - 1, limits.bytesPerFile])(
    "is the same file of %i bytes when the last part is there",
    async (length) => {
      const bytes = aText(length);
      await sendAll(bytes);
      const added = await join(bytes);
      if (!added.ok) throw new Error(`not kept: ${added.problems[0]?.code}`);
      const opened = await openLink(world.officer, await makeLink(world.officer, added.value.id, thursday), thursday);
      expect((await buffer(opened.bytes)).equals(bytes)).toBe(true);
    },
    60_000,
  );

  test("and is cut, goes on from the last part that arrived, and is one file, however often that happens", async () => {
    const bytes = aText(2 * partBytes + 10);
    await send(bytes, 0);
    expect(await join(bytes)).toMatchObject({ ok: false, problems: [{ code: "upload-cut" }] });
    await send(bytes, 0);
    await send(bytes, 1);
    await send(bytes, 1);
    await send(bytes, 2);
    expect(await join(bytes)).toMatchObject({ ok: true, value: { isAlreadyThere: false } });
    expect(await join(bytes)).toMatchObject({ ok: true, value: { isAlreadyThere: true } });
    expect((await listPapers(world.officer, reference)).papers).toHaveLength(1);
  });

  test("is no file while a part is missing or changed", async () => {
    const bytes = aText(2 * partBytes);
    await send(bytes, 1);
    expect(await join(bytes)).toMatchObject({ problems: [{ code: "upload-cut" }] });
    await send(aText(partBytes), 0);
    expect(await join(bytes)).toMatchObject({ problems: [{ code: "upload-cut" }] });
  });

  test("is what was looked through, whatever is sent after that", async () => {
    const [seen, later] = [aText(partBytes + 5), aText(100)];
    await sendAll(seen);
    const file = await fileOfParts(world.reporter, uploadId);
    expect((await buffer(file)).equals(seen)).toBe(true);
    await sendPart(world.reporter, { uploadId, position: 2, bytes: inChunks(later) }, thursday);
    expect((await buffer(takeOut(await file.join(thursday)))).equals(seen)).toBe(true);
  });

  test("is no file when a part before the last one is not full", async () => {
    const [short, rest] = [aText(10), aText(20)];
    for (const [position, bytes] of [short, rest].entries()) {
      await sendPart(world.reporter, { uploadId, position, bytes: inChunks(bytes) }, thursday);
    }
    expect(await join(Buffer.concat([short, rest]))).toMatchObject({ problems: [{ code: "upload-cut" }] });
  });

  test("leaves nothing when it is done with", async () => {
    const bytes = aText(partBytes + 1);
    const before = await prisma.attachmentPiece.count();
    await sendAll(bytes);
    await dropParts(world.reporter, uploadId);
    expect(await prisma.attachmentPiece.count()).toBe(before);
    expect(await prisma.attachmentPart.count({ where: { uploadId } })).toBe(0);
  });

  test("is swept after an hour when the rest does not come", async () => {
    await send(aText(10), 0);
    const { objectKey } = await prisma.attachmentPart.findFirstOrThrow({ where: { uploadId } });
    await sweepUploads(nowAt(new Date(thursday.at.getTime() + 61 * 60_000)));
    expect(await prisma.attachmentPart.count({ where: { uploadId } })).toBe(0);
    expect(await prisma.attachmentPiece.count({ where: { objectKey } })).toBe(0);
  });
});

describe("a file that is said to come in parts", () => {
  const bytes = aText(2 * partBytes + 10);
  const coming = {
    place: "/bijlagen/VM-1",
    name: "lijst.txt",
    size: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    isAnew: false,
  };

  async function begin(file: Partial<typeof coming> = {}, viewer: PersonViewer = world.reporter) {
    const begun = await beginSending(viewer, { ...coming, ...file }, thursday);
    if (!begun.ok) throw new Error(`not begun: ${begun.problems[0]?.code}`);
    return begun.value;
  }

  test("comes from nobody who only reads along", async () => {
    const reader = reporterOf(world.school.id, { role: "reader" });
    await expect(begin({}, reader)).rejects.toThrow(NotAllowed);
  });

  test("is refused when it is too large, and when too many are on their way", async () => {
    const tooLarge = { ...coming, size: limits.bytesPerFile + 1 };
    expect(await beginSending(world.reporter, tooLarge, thursday)).toMatchObject({
      problems: [{ code: "file-too-large" }],
    });
    for (let place = 0; place < 20; place += 1) await begin({ place: `/bijlagen/VM-${place}` });
    expect(await beginSending(world.reporter, { ...coming, place: "/bijlagen/one-more" }, thursday)).toMatchObject({
      problems: [{ code: "papers-too-many" }],
    });
  });

  test("goes on with what is missing when it is chosen again, by nobody else, as no other file, at no other place", async () => {
    const first = await begin();
    expect(first.positions).toEqual([]);
    uploadId = first.uploadId;
    await send(bytes, 0);
    await send(bytes, 2);
    expect(await begin()).toEqual({ uploadId, positions: [0, 2] });
    const fresh = { uploadId: expect.not.stringContaining(uploadId), positions: [] };
    expect(await begin({}, world.officer)).toEqual(fresh);
    expect(await begin({ place: "/bijlagen/VM-2" })).toEqual(fresh);
    expect(await begin({ sha256: "0".repeat(64) })).toEqual(fresh);
    await send(bytes, 1);
    expect(await join(bytes)).toMatchObject({ ok: true, value: { isAlreadyThere: false } });
  });

  test("is one sending, however many pages begin it at once", async () => {
    const begun = await Promise.all([begin(), begin(), begin()]);
    expect(new Set(begun.map((each) => each.uploadId)).size).toBe(1);
  });

  test("starts anew when what was there made no whole, and leaves nothing of that", async () => {
    const before = await prisma.attachmentPiece.count();
    uploadId = (await begin()).uploadId;
    await send(aText(bytes.length), 0);
    const anew = await begin({ isAnew: true });
    expect(anew.positions).toEqual([]);
    expect(anew.uploadId).not.toBe(uploadId);
    expect(await prisma.attachmentPiece.count()).toBe(before);
  });

  test("is told of to its sender alone, while a part of it is there and not the whole", async () => {
    uploadId = (await begin()).uploadId;
    expect(await findHalfSent(world.reporter, uploadId)).toBeNull();
    await send(bytes, 0);
    expect(await findHalfSent(world.reporter, uploadId)).toEqual({ name: "lijst.txt", percent: 49 });
    expect(await findHalfSent(world.officer, uploadId)).toBeNull();
    await dropParts(world.reporter, uploadId);
    expect(await findHalfSent(world.reporter, uploadId)).toBeNull();
    expect(await prisma.attachmentSending.count({ where: { uploadId } })).toBe(0);
  });

  test("is forgotten after an hour, with its name", async () => {
    uploadId = (await begin()).uploadId;
    await sweepUploads(nowAt(new Date(thursday.at.getTime() + 61 * 60_000)));
    expect(await prisma.attachmentSending.count({ where: { uploadId } })).toBe(0);
  });
});

describe("a part", () => {
  test("is joined by nobody but its sender", async () => {
    const bytes = aText(partBytes + 1);
    await sendAll(bytes);
    expect(await join(bytes, world.officer)).toMatchObject({ problems: [{ code: "file-empty" }] });
    expect(await join(bytes)).toMatchObject({ ok: true });
  });

  test("comes from nobody who only reads along", async () => {
    const reader = reporterOf(world.school.id, { role: "reader" });
    await expect(send(aText(10), 0, reader)).rejects.toThrow(NotAllowed);
  });

  test("of a byte too many or beyond the largest file is refused, and leaves nothing", async () => {
    const before = await prisma.attachmentUpload.count();
    const tooLong = { uploadId, position: 0, bytes: inChunks(aText(partBytes + 1)) };
    expect(await sendPart(world.reporter, tooLong, thursday)).toMatchObject({ problems: [{ code: "file-too-large" }] });
    const beyond = { uploadId, position: partsPerFile, bytes: inChunks(aText(1)) };
    expect(await sendPart(world.reporter, beyond, thursday)).toMatchObject({ problems: [{ code: "file-too-large" }] });
    expect(await prisma.attachmentUpload.count()).toBe(before);
  });
});
