import { buffer } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { addPaper } from "@/lib/attachments/commands/add-paper.server";
import { makeLink, openLink } from "@/lib/attachments/commands/open-paper.server";
import { listPapers } from "@/lib/attachments/queries.server";
import { scanUntil } from "@/lib/attachments/scan-until.server";
import { scanWaiting } from "@/lib/attachments/scan-waiting.server";
import { prisma } from "@/lib/db/client.server";
import { NotFound } from "@/lib/shared/problem";
import { freePort, hasClamd, openClamd } from "@/tests/support/clamd";
import { eicar, inChunks } from "@/tests/support/papers";
import { aFiledReport, aWorld, thursday, type World } from "@/tests/support/world";

const port = await freePort();
process.env["CLAMD_URL"] = `tcp://127.0.0.1:${port}`;

let world: World;
let reference: string;

beforeEach(async () => {
  world = await aWorld();
  reference = (await aFiledReport(world)).reference;
});

const send = (bytes: Buffer, name = "brief.txt") =>
  addPaper(world.reporter, { reference, kind: "letter", file: { name, bytes: inChunks(bytes) } }, thursday);

const codeOf = async (bytes: Buffer) => {
  const sent = await send(bytes);
  return sent.ok ? sent.value.state : sent.problems[0]?.code;
};

const kindsTold = async () =>
  (await prisma.event.findMany({ where: { report: { reference } }, orderBy: { id: "asc" } })).map(({ kind }) => kind);

const isUnopened = async (id: string) =>
  makeLink(world.officer, id, thursday).then(
    () => false,
    (error: unknown) => error instanceof NotFound,
  );

const mebibyte = 1024 * 1024;

describe.runIf(hasClamd())("while the scanner is there", () => {
  let daemon: Awaited<ReturnType<typeof openClamd>>;

  beforeAll(async () => {
    daemon = await openClamd(port);
  }, 120_000);

  afterAll(() => daemon.close());

  const found: readonly (readonly [string, () => Buffer])[] = [
    ["the test file of the scanners", () => Buffer.from(eicar)],
    ["the same after nine megabytes", () => Buffer.concat([Buffer.alloc(9 * mebibyte, "a\n"), Buffer.from(eicar)])],
  ];

  test.each(found)("%s is refused, its sender told, and nobody else sees that it was there", async (_, make) => {
    const before = await prisma.attachmentPiece.count();
    expect(await codeOf(make())).toBe("file-virus");
    expect((await listPapers(world.officer, reference)).papers).toEqual([]);
    expect(await kindsTold()).not.toContain("attached");
    expect(await prisma.attachmentPiece.count()).toBe(before);
    expect(
      await prisma.auditEntry.count({ where: { action: "attachment:stopped", result: "refused" } }),
    ).toBeGreaterThan(0);
  });

  test("what is clean can be opened at once", async () => {
    expect(await codeOf(Buffer.from("Goedemorgen"))).toBe("clean");
  });
});

describe("while the scanner is away", () => {
  test("a paper waits, visibly, and nobody opens it", async () => {
    const sent = await send(Buffer.from("Goedemorgen"));
    if (!sent.ok) throw new Error("the paper was refused");
    const { papers, isScanned } = await listPapers(world.officer, reference);
    expect([papers[0]?.state, isScanned]).toEqual(["waiting", true]);
    expect(await isUnopened(sent.value.id)).toBe(true);
    expect(await scanWaiting(thursday)).toBe(0);
    expect(await isUnopened(sent.value.id)).toBe(true);
  });

  test("nobody is told of what cannot be opened yet", async () => {
    const before = await prisma.outboxMessage.count();
    await send(Buffer.from("Goedemorgen"));
    expect(await prisma.outboxMessage.count()).toBe(before);
  });
});

describe.runIf(hasClamd())("when the scanner is back", () => {
  let daemon: Awaited<ReturnType<typeof openClamd>>;
  let clean: string;
  let harmful: string;

  beforeEach(async () => {
    const [first, second] = [await send(Buffer.from("Goedemorgen")), await send(Buffer.from(eicar), "ziek.txt")];
    if (!(first.ok && second.ok)) throw new Error("a paper was refused");
    [clean, harmful] = [first.value.id, second.value.id];
    daemon = await openClamd(port);
    await scanWaiting(thursday);
  }, 120_000);

  afterEach(() => daemon.close());

  test("what waited and is clean can be opened, what is not is thrown away, and both sides read so", async () => {
    const opened = await openLink(world.officer, await makeLink(world.officer, clean, thursday), thursday);
    expect((await buffer(opened.bytes)).toString()).toBe("Goedemorgen");
    expect(await isUnopened(harmful)).toBe(true);
    expect(await kindsTold()).toEqual([
      "filed",
      "routed",
      "attached",
      "attached",
      "attachment_checked",
      "attachment_refused",
    ]);
    const { objectKey, ...proof } = await prisma.attachment.findUniqueOrThrow({
      where: { id: harmful },
      select: { objectKey: true, goneAt: true, goneReason: true, bytesGoneAt: true },
    });
    expect(proof).toEqual({ goneAt: thursday.at, goneReason: "refused", bytesGoneAt: thursday.at });
    expect(await prisma.attachmentPiece.count({ where: { objectKey } })).toBe(0);
  });
});

describe.runIf(hasClamd())("who looks whether the scanner is back", () => {
  let daemon: Awaited<ReturnType<typeof openClamd>> | undefined;

  afterEach(() => daemon?.close());

  const stateOf = async (id: string) => (await prisma.attachment.findUniqueOrThrow({ where: { id } })).state;

  async function idOfWaiting(words: string): Promise<string> {
    const sent = await send(Buffer.from(words));
    if (!sent.ok) throw new Error("the paper was refused");
    return sent.value.id;
  }

  test("looks again and again until it is, and ends when he is told to", async () => {
    const id = await idOfWaiting("Goedemorgen");
    const stop = new AbortController();
    const looking = scanUntil(stop.signal, async () => undefined, 20);
    daemon = await openClamd(port);
    await vi.waitFor(async () => expect(await stateOf(id)).toBe("clean"), { timeout: 20_000 });
    stop.abort();
    await looking;
  }, 60_000);

  test("passes by a paper whose bytes are gone, which still nobody opens, and reaches the one behind it", async () => {
    const [lost, whole] = [await idOfWaiting("Kwijt"), await idOfWaiting("Goedemorgen")];
    const { objectKey } = await prisma.attachment.findUniqueOrThrow({ where: { id: lost } });
    await prisma.attachmentPiece.deleteMany({ where: { objectKey } });
    daemon = await openClamd(port);
    await scanWaiting(thursday);
    expect([await stateOf(lost), await stateOf(whole)]).toEqual(["waiting", "clean"]);
    expect(await isUnopened(lost)).toBe(true);
  }, 60_000);
});
