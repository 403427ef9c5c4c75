import { randomUUID } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { draftPaperLine } from "@/components/attachments/paper-text";
import { fileWithPapers } from "@/lib/attachments/commands/file-with-papers.server";
import { makeLink, openLink } from "@/lib/attachments/commands/open-paper.server";
import { preparePaper } from "@/lib/attachments/commands/prepare-paper.server";
import { listDraftPapers } from "@/lib/attachments/queries/draft-papers.server";
import { listPapers } from "@/lib/attachments/queries.server";
import { scanWaiting } from "@/lib/attachments/scan-waiting.server";
import { prisma } from "@/lib/db/client.server";
import { NotFound } from "@/lib/shared/problem";
import { freePort, hasClamd, openClamd } from "@/tests/support/clamd";
import { eicar, inChunks } from "@/tests/support/papers";
import { aReportInput, aWorld, thursday, type World } from "@/tests/support/world";

const port = await freePort();
process.env["CLAMD_URL"] = `tcp://127.0.0.1:${port}`;

let world: World;
let submissionId: string;
let daemon: Awaited<ReturnType<typeof openClamd>> | undefined;

beforeEach(async () => {
  world = await aWorld();
  submissionId = randomUUID();
});

afterEach(async () => {
  await daemon?.close();
  daemon = undefined;
});

const prepare = (words: string) =>
  preparePaper(
    world.reporter,
    { submissionId, kind: "letter", file: { name: "brief.txt", bytes: inChunks(Buffer.from(words)) } },
    thursday,
  );

async function waitingPaper() {
  const done = await prepare("Goedemorgen");
  if (!done.ok || done.value.kind !== "prepared") throw new Error("the paper was refused");
  return done.value.paper;
}

async function stoppedAt(id: string) {
  return prisma.auditEntry.findMany({
    where: { action: "attachment:stopped", objectId: id },
    select: { objectKind: true, result: true },
  });
}

describe("while the scanner is away", () => {
  test("a paper of a report that is being written waits, and says so with its date to whoever writes", async () => {
    const paper = await waitingPaper();
    expect(paper).toMatchObject({ state: "waiting", uploadedAt: thursday.at });
    const [again] = await listDraftPapers(world.reporter, [paper.id]);
    expect(again).toMatchObject({ state: "waiting", uploadedAt: thursday.at });
    expect(draftPaperLine(paper, "nl").waits).toMatch(/^Wacht sinds .*23 april 2026.* op de controle op virussen/);
    expect(await prepare("Goedemorgen")).toMatchObject({
      value: { isAlreadyThere: true, paper: { state: "waiting", uploadedAt: thursday.at } },
    });
  });
});

describe.runIf(hasClamd())("when the scanner is back", () => {
  test("what waited through the filing can be opened", async () => {
    const { id } = await waitingPaper();
    const filed = await fileWithPapers(world.reporter, aReportInput(world), thursday, {
      id: submissionId,
      papers: [id],
    });
    if (!filed.ok) throw new Error("not filed");
    const { reference } = filed.value.report;
    const look = async () => (await listPapers(world.officer, reference)).papers;
    expect(await look()).toMatchObject([{ id, state: "waiting", uploadedAt: thursday.at }]);
    await expect(makeLink(world.officer, id, thursday)).rejects.toThrow(NotFound);
    daemon = await openClamd(port);
    await scanWaiting(thursday);
    expect(await look()).toMatchObject([{ id, state: "clean" }]);
    const opened = await openLink(world.officer, await makeLink(world.officer, id, thursday), thursday);
    expect((await buffer(opened.bytes)).toString()).toBe("Goedemorgen");
  }, 60_000);

  test("a virus that is sent with a report that is being written stands on the access log, and what is clean does not", async () => {
    daemon = await openClamd(port);
    expect(await prepare("Goedemorgen")).toMatchObject({ ok: true, value: { paper: { state: "clean" } } });
    expect(await stoppedAt(submissionId)).toEqual([]);
    expect(await prepare(eicar)).toMatchObject({ ok: false, problems: [{ code: "file-virus" }] });
    expect(await stoppedAt(submissionId)).toEqual([{ objectKind: "draft", result: "refused" }]);
  }, 60_000);
});
