import { createHash, randomBytes, randomUUID } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { beforeEach, describe, expect, test } from "vitest";
import { takeDraftPaper } from "@/lib/attachments/commands/drop-draft-paper.server";
import { fileWithPapers } from "@/lib/attachments/commands/file-with-papers.server";
import { makeLink, openLink } from "@/lib/attachments/commands/open-paper.server";
import { preparePaper } from "@/lib/attachments/commands/prepare-paper.server";
import { sendPart } from "@/lib/attachments/commands/send-part.server";
import { limits } from "@/lib/attachments/limits";
import { partBytes } from "@/lib/attachments/parts";
import { fileOfParts } from "@/lib/attachments/parts.server";
import { listDraftPapers } from "@/lib/attachments/queries/draft-papers.server";
import { listPapers } from "@/lib/attachments/queries.server";
import { sweepDraftPapers, sweepUploads } from "@/lib/attachments/upkeep.server";
import { prisma } from "@/lib/db/client.server";
import { recordStatements } from "@/lib/db/statement-count.server";
import type { SchoolViewer } from "@/lib/identity/viewer";
import { handInDraft } from "@/lib/reports/commands/hand-in-draft.server";
import { saveDraft } from "@/lib/reports/commands/save-draft.server";
import { nowAt } from "@/lib/shared/clock";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { aPdf, aText, inChunks } from "@/tests/support/papers";
import { reporterOf } from "@/tests/support/viewers";
import { anAccount, aReportInput, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let submissionId: string;

beforeEach(async () => {
  world = await aWorld();
  submissionId = randomUUID();
});

const another = () => aPdf(`% ${randomBytes(8).toString("hex")}\n`);
const hoursLater = (hours: number) => nowAt(new Date(thursday.at.getTime() + hours * 3_600_000));

const prepare = (bytes = another(), viewer: SchoolViewer = world.reporter) =>
  preparePaper(
    viewer,
    { submissionId, kind: "absence_sheet", file: { name: "staat.pdf", bytes: inChunks(bytes) } },
    thursday,
  );

const counted = (bytes: Buffer) => ({
  size: bytes.length,
  sha256: createHash("sha256").update(bytes).digest("hex"),
});

async function sendParts(uploadId: string, bytes: Buffer) {
  for (const [position, part] of [bytes.subarray(0, partBytes), bytes.subarray(partBytes)].entries())
    await sendPart(world.reporter, { uploadId, position, bytes: inChunks(part) }, thursday);
}

/** Says that the parts are one file. */
async function join(uploadId: string, bytes: Buffer, viewer: SchoolViewer = world.reporter) {
  const file = { name: "lijst.txt", bytes: await fileOfParts(viewer, uploadId), ...counted(bytes) };
  return preparePaper(viewer, { submissionId, kind: "absence_sheet", file }, thursday);
}

async function prepared(bytes?: Buffer, viewer?: SchoolViewer): Promise<string> {
  const done = await prepare(bytes, viewer);
  if (!done.ok || done.value.kind !== "prepared") throw new Error("the paper was refused");
  return done.value.paper.id;
}

const file = (papers: readonly string[], viewer: SchoolViewer = world.reporter) =>
  fileWithPapers(viewer, aReportInput(world), thursday, { id: submissionId, papers });

async function filed(papers: readonly string[], viewer?: SchoolViewer) {
  const done = await file(papers, viewer);
  if (!done.ok) throw new Error(`not filed: ${done.problems[0]?.code}`);
  return done.value;
}

const aColleague = async (role: "reporter" | "preparer") =>
  reporterOf(world.school.id, { ...(await anAccount(world.school.id, role)), role });

const piecesCount = () => prisma.attachmentPiece.count();

async function keepDraft(viewer: SchoolViewer, papers: readonly string[]) {
  const draft = { id: submissionId, version: 0, page: randomUUID(), words: { submissionId, papers: [...papers] } };
  return { ...draft, kept: await saveDraft(viewer, draft, thursday) };
}

describe("a paper that waits with a report that was not sent", () => {
  test("is there for its writer, and for nobody else, whoever names it", async () => {
    const id = await prepared();
    const stranger = (await aWorld()).reporter;
    expect((await listDraftPapers(world.reporter, [id])).map(({ name }) => name)).toEqual(["staat.pdf"]);
    for (const viewer of [stranger, await aColleague("reporter"), reporterOf(world.school.id, { role: "reader" })]) {
      expect(await listDraftPapers(viewer, [id])).toEqual([]);
      await expect(takeDraftPaper(viewer, id, thursday)).rejects.toThrow(NotFound);
    }
    expect(await listDraftPapers(world.reporter, [id])).toHaveLength(1);
  });

  test("is added by nobody who writes no reports", async () => {
    for (const viewer of [world.officer, reporterOf(world.school.id, { role: "reader" })]) {
      const paper = { submissionId, kind: "other", file: { name: "a.pdf", bytes: inChunks(aPdf()) } } as const;
      await expect(preparePaper(viewer, paper, thursday)).rejects.toThrow(NotAllowed);
    }
  });

  test("is not added to the draft of a colleague that was not made ready", async () => {
    await keepDraft(world.reporter, []);
    await expect(prepare(another(), await aColleague("reporter"))).rejects.toThrow(NotFound);
  });

  test("is looked through like any other, and leaves nothing when it is refused", async () => {
    const before = await piecesCount();
    const done = await prepare(aPdf("7 0 obj\n<< /S /JavaScript >>\nendobj\n"));
    expect(done).toMatchObject({ ok: false, problems: [{ code: "pdf-acts" }] });
    expect(await piecesCount()).toBe(before);
    expect(await prisma.attachmentUpload.count()).toBe(0);
  });

  test("is kept once when it is sent twice", async () => {
    const bytes = another();
    const id = await prepared(bytes);
    expect(await prepare(bytes)).toMatchObject({ value: { paper: { id }, isAlreadyThere: true } });
  });

  test("and came in parts is the same paper when its answer was lost and it is sent again", async () => {
    const [uploadId, bytes] = [randomUUID(), aText(partBytes + 10)];
    await sendParts(uploadId, bytes);
    const first = await join(uploadId, bytes);
    if (!first.ok) throw new Error(`not kept: ${first.problems[0]?.code}`);
    expect(first.value).toMatchObject({ kind: "prepared", isAlreadyThere: false });
    expect(await join(uploadId, bytes)).toEqual({ ok: true, value: { ...first.value, isAlreadyThere: true } });
    expect(await prisma.draftPaper.count({ where: { submissionId } })).toBe(1);
    const acts = { action: "draft:attach", objectId: submissionId };
    expect(await prisma.auditEntry.count({ where: acts })).toBe(1);
  });

  test("and came in parts is not given to a colleague who knows its fingerprint", async () => {
    const [uploadId, bytes] = [randomUUID(), aText(partBytes + 10)];
    await sendParts(uploadId, bytes);
    await join(uploadId, bytes);
    const colleague = await aColleague("reporter");
    expect(await join(uploadId, bytes, colleague)).toMatchObject({ problems: [{ code: "file-empty" }] });
  });

  test("is the same paper when it was the tenth and is sent again", async () => {
    for (let count = 1; count < limits.filesPerReport; count += 1) await prepared();
    const bytes = another();
    const id = await prepared(bytes);
    const again = { name: "staat.pdf", bytes: inChunks(bytes), ...counted(bytes) };
    const paper = { submissionId, kind: "absence_sheet", file: again } as const;
    const twin = { ok: true, value: { paper: { id }, isAlreadyThere: true } };
    expect(await preparePaper(world.reporter, paper, thursday)).toMatchObject(twin);
  });

  test("is one of ten at most", async () => {
    for (let count = 0; count < limits.filesPerReport; count += 1) await prepared();
    expect(await prepare()).toMatchObject({ ok: false, problems: [{ code: "papers-full" }] });
  });

  test("can be taken away again, with its bytes, and once on the access log", async () => {
    const before = await piecesCount();
    const id = await prepared();
    await takeDraftPaper(world.reporter, id, thursday);
    expect(await listDraftPapers(world.reporter, [id])).toEqual([]);
    expect(await piecesCount()).toBe(before);
    await expect(takeDraftPaper(world.reporter, id, thursday)).rejects.toThrow(NotFound);
    const entries = await prisma.auditEntry.findMany({ where: { action: "draft:detach", objectId: submissionId } });
    expect(entries).toMatchObject([{ actorId: world.reporter.accountId, reason: "own-school" }]);
  });
});

describe("a report that is sent with papers", () => {
  test("has them from the first moment, on the timeline and on the access log, for both sides", async () => {
    const bytes = another();
    const [first, second] = [await prepared(bytes), await prepared()];
    const { report, papersClaimed } = await filed([first, second]);
    expect(papersClaimed).toBe(2);
    for (const viewer of [world.reporter, world.officer]) {
      const { papers } = await listPapers(viewer, report.reference);
      expect(papers.map(({ id, uploaderName }) => [id, uploaderName])).toEqual([
        [second, world.reporter.name],
        [first, world.reporter.name],
      ]);
    }
    const opened = await openLink(world.officer, await makeLink(world.officer, first, thursday), thursday);
    expect((await buffer(opened.bytes)).equals(bytes)).toBe(true);
    const events = await prisma.event.findMany({ where: { reportId: report.id }, orderBy: { id: "asc" } });
    expect(events.map(({ kind }) => kind)).toEqual(["filed", "routed", "attached", "attached"]);
    expect(await prisma.auditEntry.count({ where: { action: "attachment:add", objectId: first } })).toBe(1);
    expect(await prisma.draftPaper.count({ where: { submissionId } })).toBe(0);
  });

  test("takes two statements more than one without papers", async () => {
    const without = await recordStatements(() => filed([]));
    submissionId = randomUUID();
    world = await aWorld();
    const id = await prepared();
    const withOne = await recordStatements(() => filed([id]));
    // Looking which papers there are, and forgetting that they waited.
    expect(withOne.statements.length - without.statements.length).toBe(2);
  });

  test("leaves papers that it does not name and papers of others where they are", async () => {
    const [own, other] = [await prepared(), await prepared()];
    const stranger = await aWorld();
    const foreign = await prepared(another(), stranger.reporter);
    const { report, papersClaimed, papersGone } = await filed([own, foreign]);
    expect([papersClaimed, papersGone]).toEqual([1, 1]);
    expect((await listPapers(world.officer, report.reference)).papers.map(({ id }) => id)).toEqual([own]);
    expect(await prisma.draftPaper.count({ where: { id: { in: [other, foreign] } } })).toBe(2);
  });

  test("is sent all the same when a paper is gone, and says so", async () => {
    const id = await prepared();
    await takeDraftPaper(world.reporter, id, thursday);
    expect(await filed([id, "geen nummer"])).toMatchObject({ papersClaimed: 0, papersGone: 2 });
  });

  test("and a paper that is taken away at the same moment: it stands whole with the report, or is not there", async () => {
    for (let round = 0; round < 10; round += 1) {
      world = await aWorld();
      submissionId = randomUUID();
      const id = await prepared();
      const [{ report }] = await Promise.all([
        filed([id]),
        takeDraftPaper(world.reporter, id, thursday).catch(() => undefined),
      ]);
      for (const { id: kept } of (await listPapers(world.officer, report.reference)).papers) {
        const opened = await openLink(world.officer, await makeLink(world.officer, kept, thursday), thursday);
        expect((await buffer(opened.bytes)).length).toBe(opened.byteCount);
      }
      const events = await prisma.event.count({ where: { reportId: report.id, kind: "attached" } });
      expect(events).toBe(await prisma.attachment.count({ where: { reportId: report.id } }));
    }
  });

  test("that is refused leaves its papers waiting", async () => {
    const id = await prepared();
    await filed([]);
    submissionId = randomUUID();
    expect(await file([id])).toMatchObject({ ok: false, problems: [{ code: "overlapping-report" }] });
    expect(await listDraftPapers(world.reporter, [id])).toHaveLength(1);
  });

  test("takes along what a colleague prepared, under his name", async () => {
    const mentor = await aColleague("preparer");
    const id = await prepared(another(), mentor);
    const draft = await keepDraft(mentor, [id]);
    expect(await listDraftPapers(world.reporter, [id])).toEqual([]);
    const { kept: _, ...words } = draft;
    await handInDraft(mentor, { draft: { ...words, version: 1 }, report: aReportInput(world) }, thursday);
    const { report } = await filed([id]);
    expect((await listPapers(world.officer, report.reference)).papers).toMatchObject([{ uploaderName: mentor.name }]);
  });

  test("gets a paper that was still on its way when it was sent", async () => {
    const { report } = await filed([]);
    expect(await prepare()).toMatchObject({ ok: true, value: { kind: "added", state: "clean" } });
    expect((await listPapers(world.officer, report.reference)).papers).toHaveLength(1);
  });
});

describe("what nobody sends", () => {
  test("is swept with its bytes after a day, unless a draft keeps it", async () => {
    const id = await prepared();
    const { objectKey } = await prisma.draftPaper.findUniqueOrThrow({ where: { id } });
    await sweepDraftPapers(hoursLater(23));
    expect(await listDraftPapers(world.reporter, [id])).toHaveLength(1);
    await keepDraft(world.reporter, [id]);
    await sweepDraftPapers(hoursLater(25));
    expect(await listDraftPapers(world.reporter, [id])).toHaveLength(1);
    await prisma.reportDraft.delete({ where: { id: submissionId } });
    await sweepDraftPapers(hoursLater(25));
    await sweepUploads(hoursLater(25));
    expect(await listDraftPapers(world.reporter, [id])).toEqual([]);
    expect(await prisma.attachmentPiece.count({ where: { objectKey } })).toBe(0);
  });

  test("is swept without its bytes when a report has them", async () => {
    const id = await prepared();
    const row = await prisma.draftPaper.findUniqueOrThrow({ where: { id } });
    await filed([id]);
    await prisma.draftPaper.create({ data: row });
    await sweepDraftPapers(hoursLater(25));
    await sweepUploads(hoursLater(25));
    expect(await prisma.draftPaper.count({ where: { id } })).toBe(0);
    const opened = await openLink(world.officer, await makeLink(world.officer, id, thursday), thursday);
    expect((await buffer(opened.bytes)).length).toBe(row.byteCount);
  });
});
