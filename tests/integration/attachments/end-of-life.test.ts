import { randomBytes, randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { addPaper } from "@/lib/attachments/commands/add-paper.server";
import { makeLink } from "@/lib/attachments/commands/open-paper.server";
import { removePaper } from "@/lib/attachments/commands/remove-paper.server";
import { listPapers } from "@/lib/attachments/queries.server";
import { databaseStore } from "@/lib/attachments/storage/database.server";
import { destroyOld, sweepUploads } from "@/lib/attachments/upkeep.server";
import { closeReport } from "@/lib/casework/commands/close-report.server";
import { reopenReport } from "@/lib/casework/commands/reopen-report.server";
import { prisma } from "@/lib/db/client.server";
import { nowAt } from "@/lib/shared/clock";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { aPdf, inChunks } from "@/tests/support/papers";
import { daysAfter, gone, momentAt, remainsOf, whole } from "@/tests/support/papers-end";
import { reporterOf } from "@/tests/support/viewers";
import { aFiledReport, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let reference: string;
let id: string;

beforeEach(async () => {
  world = await aWorld();
  reference = (await aFiledReport(world)).reference;
  const bytes = inChunks(aPdf(`% ${randomBytes(8).toString("hex")}\n`));
  const sent = await addPaper(world.reporter, { reference, kind: "letter", file: { name: "a.pdf", bytes } }, thursday);
  if (!sent.ok) throw new Error("the paper was refused");
  id = sent.value.id;
});

const outcomeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => (error instanceof NotFound || error instanceof NotAllowed ? error.name : "failed"),
  );

const remains = () => remainsOf(id);

describe("a paper is taken back", () => {
  test("by nobody of the other side, and by nobody who only reads along", async () => {
    expect(await outcomeOf(removePaper(world.officer, id, thursday))).toBe("NotAllowed");
    const reader = reporterOf(world.school.id, { role: "reader" });
    expect(await outcomeOf(removePaper(reader, id, thursday))).toBe("NotAllowed");
    const stranger = (await aWorld()).reporter;
    expect(await outcomeOf(removePaper(stranger, id, thursday))).toBe("NotFound");
    expect(await remains()).toEqual(whole);
  });

  test("by whoever sent it, with its bytes, its key and its name; the timeline keeps that it was there", async () => {
    expect(await removePaper(world.reporter, id, thursday)).toBe(reference);
    expect(await remains()).toEqual(gone);
    expect((await listPapers(world.officer, reference)).papers).toEqual([]);
    expect(await prisma.event.count({ where: { report: { reference }, kind: "attachment_removed" } })).toBe(1);
    expect(await prisma.auditEntry.count({ where: { action: "attachment:destroy", objectId: id } })).toBe(1);
    expect(await outcomeOf(makeLink(world.officer, id, thursday))).toBe("NotFound");
  });

  test("once, and may then be sent again", async () => {
    await removePaper(world.reporter, id, thursday);
    expect(await outcomeOf(removePaper(world.reporter, id, thursday))).toBe("NotFound");
  });
});

describe("half a year after a report is over", () => {
  beforeEach(async () => {
    const closing = { reference, closeReason: "back_to_school", closeNote: "student_seen" } as const;
    await closeReport(world.officer, closing, thursday);
  });

  test("its papers stay for the whole of the last day, as the page says, and are destroyed the day after", async () => {
    expect((await listPapers(world.reporter, reference)).closedOn).toBe("2026-04-23");
    await destroyOld(momentAt("2026-10-23T21:59:00Z"));
    expect(await remains()).toEqual(whole);
    await destroyOld(momentAt("2026-10-23T22:00:00Z"));
    expect(await remains()).toEqual(gone);
    const proof = await prisma.auditEntry.findFirstOrThrow({ where: { action: "attachment:destroy", objectId: id } });
    expect(proof).toMatchObject({ actorRole: "attachments", reason: "retention", result: "done" });
  });

  test("its papers stay all the same when it was opened again meanwhile", async () => {
    await reopenReport(world.officer, { reference, reason: "student_away_again" }, thursday);
    await destroyOld(daysAfter(400));
    expect(await remains()).toEqual(whole);
  });
});

test("papers of an open report stay, however old it is", async () => {
  await destroyOld(daysAfter(1_000));
  expect(await remains()).toEqual(whole);
});

test("bytes that nobody claims are swept after an hour, and none before", async () => {
  const key = randomUUID();
  await prisma.attachmentUpload.create({ data: { objectKey: key, startedAt: thursday.at } });
  await databaseStore.put(key, inChunks(Buffer.from("half a file")));
  await sweepUploads(nowAt(new Date(thursday.at.getTime() + 59 * 60_000)));
  expect(await prisma.attachmentPiece.count({ where: { objectKey: key } })).toBe(1);
  await sweepUploads(nowAt(new Date(thursday.at.getTime() + 61 * 60_000)));
  expect(await prisma.attachmentPiece.count({ where: { objectKey: key } })).toBe(0);
  expect(await remains()).toEqual(whole);
});

test("links that nobody followed are swept too", async () => {
  await makeLink(world.officer, id, thursday);
  await sweepUploads(daysAfter(1));
  expect(await prisma.attachmentLink.count()).toBe(0);
});
