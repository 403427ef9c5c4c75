import { createHash, randomBytes } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { beforeEach, describe, expect, test } from "vitest";
import { addPaper } from "@/lib/attachments/commands/add-paper.server";
import { makeLink, openLink } from "@/lib/attachments/commands/open-paper.server";
import { limits } from "@/lib/attachments/limits";
import { listPapers } from "@/lib/attachments/queries.server";
import { takeUp } from "@/lib/casework/commands/take-up.server";
import { prisma } from "@/lib/db/client.server";
import { recordStatements } from "@/lib/db/statement-count.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { withdrawReport } from "@/lib/reports/commands/withdraw-report.server";
import { nowAt } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { meanwhile } from "@/tests/support/meanwhile";
import { aPdf, inChunks } from "@/tests/support/papers";
import { officerOf, reporterOf } from "@/tests/support/viewers";
import { aFiledReport, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let reference: string;

beforeEach(async () => {
  world = await aWorld();
  reference = (await aFiledReport(world)).reference;
});

interface Sending {
  readonly viewer?: PersonViewer;
  readonly bytes?: Buffer;
  readonly name?: string;
  readonly size?: number;
  readonly sha256?: string;
}

const send = ({ viewer = world.reporter, bytes = aPdf(), name = "staat.pdf", ...counted }: Sending = {}) =>
  addPaper(viewer, { reference, kind: "absence_sheet", file: { name, bytes: inChunks(bytes), ...counted } }, thursday);

/** Another PDF each time. */
const another = () => aPdf(`% ${randomBytes(8).toString("hex")}\n`);

async function idOfSent(sending: Sending = {}): Promise<string> {
  const sent = await send(sending);
  if (!sent.ok) throw new Error(`not kept: ${sent.problems[0]?.code}`);
  return sent.value.id;
}

const codeOf = async (sending: Sending) => {
  const sent = await send(sending);
  return sent.ok ? "kept" : sent.problems[0]?.code;
};

/** Everything that a paper leaves behind. */
async function traces() {
  const [papers, uploads, pieces, events] = await Promise.all([
    prisma.attachment.count({ where: { report: { reference } } }),
    prisma.attachmentUpload.count(),
    prisma.attachmentPiece.count(),
    prisma.event.count({ where: { report: { reference } } }),
  ]);
  return { papers, uploads, pieces, events };
}

async function isGone(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => false,
    (error: unknown) => error instanceof NotFound,
  );
}

describe("a paper that is refused leaves nothing behind", () => {
  const pdf = aPdf();
  const cases: readonly (readonly [string, Sending, string])[] = [
    ["that is empty", { bytes: Buffer.alloc(0) }, "file-empty"],
    ["of a byte too many", { bytes: Buffer.alloc(limits.bytesPerFile + 1, "a"), name: "a.txt" }, "file-too-large"],
    ["that lost its second half", { bytes: pdf.subarray(0, 100), size: pdf.length }, "upload-cut"],
    ["that was changed on the way", { sha256: createHash("sha256").update("x").digest("hex") }, "upload-cut"],
    ["that is something else", { name: "foto.jpg" }, "file-not-as-named"],
    ["of a kind that nobody takes", { name: "spel.exe" }, "file-kind-refused"],
  ];

  test.each(cases)("%s", async (_, sending, code) => {
    const before = await traces();
    expect(await codeOf(sending)).toBe(code);
    expect(await traces()).toEqual(before);
  });

  test("when its sender breaks off", async () => {
    const before = await traces();
    const broken = async function* () {
      yield pdf.subarray(0, 50);
      throw new Error("the line broke");
    };
    const file = { name: "staat.pdf", bytes: broken() };
    await expect(addPaper(world.reporter, { reference, kind: "other", file }, thursday)).rejects.toThrow(
      "the line broke",
    );
    expect(await traces()).toEqual(before);
  });

  test("when the report was withdrawn", async () => {
    await withdrawReport(world.reporter, { reference, reason: "Verkeerde leerling" }, thursday);
    const before = await traces();
    expect(await codeOf({})).toBe("papers-withdrawn");
    expect(await traces()).toEqual(before);
  });
});

test("a paper stands with the report, on the timeline and on the access log at once, for both sides", async () => {
  const bytes = another();
  const id = await idOfSent({ bytes, size: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") });
  for (const viewer of [world.reporter, world.officer]) {
    expect(await listPapers(viewer, reference)).toMatchObject({
      room: 9,
      papers: [
        { id, kind: "absence_sheet", format: "pdf", name: "staat.pdf", byteCount: bytes.length, state: "clean" },
      ],
    });
  }
  const event = await prisma.event.findFirstOrThrow({ where: { report: { reference }, kind: "attached" } });
  expect(event.data).toEqual({ attachment: id, kind: "absence_sheet", format: "pdf", waits: false });
  expect(await prisma.auditEntry.count({ where: { action: "attachment:add", objectId: id } })).toBe(1);
  expect(JSON.stringify(event.data)).not.toContain("staat");
});

test("what lies in the store cannot be read without the key of the desk", async () => {
  const id = await idOfSent();
  const { objectKey, nameSealed } = await prisma.attachment.findUniqueOrThrow({ where: { id } });
  const pieces = await prisma.attachmentPiece.findMany({ where: { objectKey } });
  expect(Buffer.concat(pieces.map(({ bytes }) => bytes)).includes("%PDF")).toBe(false);
  expect(nameSealed).not.toContain("staat");
});

test("the same file is kept once, and its sender hears that it was there", async () => {
  const bytes = another();
  const first = await send({ bytes });
  const again = await send({ bytes, viewer: world.officer });
  expect(again).toEqual({ ok: true, value: { ...(first.ok ? first.value : {}), isAlreadyThere: true } });
  expect(await traces()).toMatchObject({ papers: 1, uploads: 0 });
});

test("the same file sent twice at one moment is kept once", async () => {
  const bytes = another();
  const both = await Promise.all([send({ bytes }), send({ bytes })]);
  expect(both.every(({ ok }) => ok)).toBe(true);
  expect(await traces()).toMatchObject({ papers: 1, uploads: 0, pieces: await piecesOf(reference) });
});

async function piecesOf(report: string) {
  const papers = await prisma.attachment.findMany({ select: { objectKey: true } });
  expect(report).toBe(reference);
  return prisma.attachmentPiece.count({ where: { objectKey: { in: papers.map(({ objectKey }) => objectKey) } } });
}

test("ten papers go with a report, also when more come at one moment", async () => {
  const sent = await Promise.all(Array.from({ length: 12 }, () => send({ bytes: another() })));
  expect(sent.filter(({ ok }) => ok)).toHaveLength(10);
  expect(sent.flatMap((one) => (one.ok ? [] : one.problems.map(({ code }) => code)))).toEqual([
    "papers-full",
    "papers-full",
  ]);
  expect(await traces()).toMatchObject({ papers: 10, uploads: 0 });
}, 30_000);

test("the tenth paper sent again, because its answer was lost, is that paper", async () => {
  for (let count = 1; count < 10; count += 1) await idOfSent({ bytes: another() });
  const bytes = another();
  const id = await idOfSent({ bytes });
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  expect(await send({ bytes, sha256 })).toMatchObject({ ok: true, value: { id, isAlreadyThere: true } });
  expect(await send({ bytes: another() })).toMatchObject({ problems: [{ code: "papers-full" }] });
});

test("ten papers in a row are ten lines on the timeline and one piece of news", async () => {
  const before = await prisma.outboxMessage.count();
  for (let count = 0; count < 3; count += 1) await idOfSent({ bytes: another() });
  expect(await prisma.event.count({ where: { report: { reference }, kind: "attached" } })).toBe(3);
  expect(await prisma.outboxMessage.count()).toBe(before + 1);
});

describe("a link to a paper", () => {
  test("opens it once, as it was sent, and stands on the access log", async () => {
    const bytes = another();
    const id = await idOfSent({ bytes });
    const token = await makeLink(world.officer, id, thursday);
    const opened = await openLink(world.officer, token, thursday);
    expect((await buffer(opened.bytes)).equals(bytes)).toBe(true);
    expect(await prisma.auditEntry.count({ where: { action: "attachment:open", objectId: id } })).toBe(1);
    expect(await isGone(openLink(world.officer, token, thursday))).toBe(true);
  });

  test("opens nothing for a colleague, in another session, after a minute or once the case has moved on", async () => {
    const id = await idOfSent();
    const colleague = officerOf(world.office.id);
    const link = () => makeLink(world.officer, id, thursday);
    expect(await isGone(openLink(colleague, await link(), thursday))).toBe(true);
    const later = nowAt(new Date(thursday.at.getTime() + 60_000));
    expect(await isGone(openLink(world.officer, await link(), later))).toBe(true);
    const early = await link();
    await takeUp(world.officer, { reference }, thursday);
    expect(await isGone(openLink(world.officer, early, thursday))).toBe(true);
    expect(await prisma.auditEntry.count({ where: { action: "attachment:open", objectId: id } })).toBe(0);
  });

  test("opens nothing once the case went to another office, also while the link is being taken", async () => {
    const id = await idOfSent();
    const [token, elsewhere] = [await makeLink(world.officer, id, thursday), await aWorld()];
    const opening = meanwhile(
      (client) => client.$queryRaw`SELECT 1 FROM attachment_links WHERE attachment_id = ${id}::uuid FOR UPDATE`,
      () => openLink(world.officer, token, thursday),
      (client) => client.report.update({ where: { reference }, data: { officeId: elsewhere.office.id } }),
    );
    expect(await isGone(opening)).toBe(true);
    expect(await prisma.auditEntry.count({ where: { action: "attachment:open", objectId: id } })).toBe(0);
  });

  test("is made for nobody who has nothing to do with the report", async () => {
    const id = await idOfSent();
    const elsewhere = await aWorld();
    const strangers = [
      elsewhere.reporter,
      elsewhere.officer,
      reporterOf(world.school.id, { locationIds: [elsewhere.school.location.id] }),
    ];
    for (const stranger of strangers) {
      expect(await isGone(makeLink(stranger, id, thursday))).toBe(true);
      expect(await isGone(send({ viewer: stranger }))).toBe(true);
      expect((await listPapers(stranger, reference)).papers).toEqual([]);
    }
  });
});

test("a page with fifty papers asks no more of the database than one with none, plus one", async () => {
  const { statements: none } = await recordStatements(() => listPapers(world.officer, reference));
  for (let count = 0; count < 10; count += 1) await idOfSent({ bytes: another() });
  const { statements: ten } = await recordStatements(() => listPapers(world.officer, reference));
  expect([none.length, ten.length]).toEqual([1, 1]);
}, 30_000);
