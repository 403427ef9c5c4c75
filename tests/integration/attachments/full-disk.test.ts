import { randomBytes, randomUUID } from "node:crypto";
import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { addPaper } from "@/lib/attachments/commands/add-paper.server";
import { fileWithPapers } from "@/lib/attachments/commands/file-with-papers.server";
import { makeLink, openLink } from "@/lib/attachments/commands/open-paper.server";
import { preparePaper } from "@/lib/attachments/commands/prepare-paper.server";
import { sendPart } from "@/lib/attachments/commands/send-part.server";
import { listPapers } from "@/lib/attachments/queries.server";
import { directoryStore } from "@/lib/attachments/storage/directory.server";
import { prisma } from "@/lib/db/client.server";
import { orProblem } from "@/lib/web/paper-upload.server";
import { inChunks } from "@/tests/support/papers";
import { openSmallDisk } from "@/tests/support/small-disk";
import { aFiledReport, aReportInput, aWorld, thursday, type World } from "@/tests/support/world";

const disk = openSmallDisk(1_024);
if (disk !== null) process.env["ATTACHMENT_STORE"] = `directory:${disk.root}`;

let world: World;

beforeEach(async () => {
  world = await aWorld();
});

afterAll(() => disk?.close());

const aText = (length: number) => Buffer.from(randomBytes(length / 2).toString("hex"));
const aFile = (bytes: Buffer) => ({ name: "lijst.txt", bytes: inChunks(bytes) });
const tooMuch = () => aText(1_200_000);

async function filesThere(root: string): Promise<number> {
  const found = await readdir(root, { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile()).length;
}

describe.skipIf(disk === null)("when the disk is full", () => {
  const { root, freeBytes } = disk ?? { root: "", freeBytes: async () => 0 };

  /** Nothing half is left, neither on the disk nor in the books. */
  async function expectNothingHalf() {
    expect(await filesThere(root)).toBe(await prisma.attachment.count({ where: { goneAt: null } }));
    expect(await prisma.attachmentUpload.count()).toBe(0);
  }

  test("a paper is not kept, its sender hears so, and nothing half is left", async () => {
    const { id, reference } = await aFiledReport(world);
    const sent = await orProblem(() =>
      addPaper(world.reporter, { reference, kind: "other", file: aFile(tooMuch()) }, thursday),
    );
    expect(sent).toEqual({ ok: false, problems: [{ code: "store-away" }] });
    expect((await listPapers(world.officer, reference)).papers).toEqual([]);
    expect(await prisma.event.count({ where: { reportId: id, kind: "attached" } })).toBe(0);
    await expectNothingHalf();
  });

  test("a report goes out without the paper that could not wait with it", async () => {
    const submissionId = randomUUID();
    const paper = { submissionId, kind: "other", file: aFile(tooMuch()) } as const;
    const prepared = await orProblem(() => preparePaper(world.reporter, paper, thursday));
    expect(prepared).toEqual({ ok: false, problems: [{ code: "store-away" }] });
    const filed = await fileWithPapers(world.reporter, aReportInput(world), thursday, { id: submissionId, papers: [] });
    expect(filed).toMatchObject({ ok: true, value: { papersClaimed: 0 } });
    await expectNothingHalf();
  });

  test("a part of a file is refused as well, and leaves nothing", async () => {
    const filler = path.join(root, "filler");
    const [uploadId, size] = [randomUUID(), await freeBytes()];
    await directoryStore(filler).put(randomUUID(), inChunks(randomBytes(size - 8_192)));
    const part = { uploadId, position: 0, bytes: inChunks(aText(100_000)) };
    const sent = await orProblem(() => sendPart(world.reporter, part, thursday));
    expect(sent).toEqual({ ok: false, problems: [{ code: "store-away" }] });
    expect(await prisma.attachmentPart.count({ where: { uploadId } })).toBe(0);
    await rm(filler, { recursive: true });
    await expectNothingHalf();
  });

  test("within the very last bytes of a file, it is refused like any other and not kept short", async () => {
    const place = path.join(root, "last");
    const key = randomUUID();
    const bytes = randomBytes((await freeBytes()) + 100);
    await expect(directoryStore(place).put(key, inChunks(bytes))).rejects.toThrow("ENOSPC");
    expect(await filesThere(place)).toBe(0);
  });

  test("a paper that there is room for is kept whole all the same", async () => {
    const { reference } = await aFiledReport(world);
    const bytes = aText(50_000);
    await orProblem(() => addPaper(world.reporter, { reference, kind: "other", file: aFile(tooMuch()) }, thursday));
    const sent = await addPaper(world.reporter, { reference, kind: "other", file: aFile(bytes) }, thursday);
    if (!sent.ok) throw new Error("the paper was refused");
    const opened = await openLink(world.officer, await makeLink(world.officer, sent.value.id, thursday), thursday);
    expect((await buffer(opened.bytes)).equals(bytes)).toBe(true);
    await expectNothingHalf();
  });
});
