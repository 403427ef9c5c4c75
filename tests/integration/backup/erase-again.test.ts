import { randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { takeDraftPaper } from "@/lib/attachments/commands/drop-draft-paper.server";
import { fileWithPapers } from "@/lib/attachments/commands/file-with-papers.server";
import { handOverPapers } from "@/lib/attachments/commands/hand-over-papers.server";
import { preparePaper } from "@/lib/attachments/commands/prepare-paper.server";
import { proveDestruction } from "@/lib/attachments/commands/prove-destruction.server";
import { removePaper } from "@/lib/attachments/commands/remove-paper.server";
import { zipPapers } from "@/lib/attachments/commands/zip-papers.server";
import { destroyOld } from "@/lib/attachments/upkeep.server";
import { copyErasures, journalIn, writeJournal } from "@/lib/audit/journal.server";
import { doMany, undoMany } from "@/lib/conversation/commands/do-many.server";
import { writeBackup } from "@/lib/db/backup/write.server";
import { prisma } from "@/lib/db/client.server";
import { discardDraft } from "@/lib/reports/commands/discard-draft.server";
import { saveDraft } from "@/lib/reports/commands/save-draft.server";
import { dropImport } from "@/lib/reports/commands/send-import.server";
import { now } from "@/lib/shared/clock";
import { truncateAll } from "@/tests/support/database";
import { runDesk } from "@/tests/support/desk";
import { aText, inChunks } from "@/tests/support/papers";
import { aClosedReport, daysAfter, gone, remainsOf, whole } from "@/tests/support/papers-end";
import { aCheckedImport } from "@/tests/support/sheets-of-reports";
import { aFiledReport, aReportInput, aWorld, thursday, type World } from "@/tests/support/world";

// The command is a program of its own.
vi.setConfig({ testTimeout: 120_000 });

let folder: string;
let backup: string;
let journal: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "desk-erased-"));
});

let round = 0;

beforeEach(async () => {
  round += 1;
  backup = path.join(folder, `${round}.backup`);
  journal = path.join(folder, `${round}.ndjson`);
  Object.assign(process.env, { DATA_DIR: path.join(folder, `data-${round}`) });
  await truncateAll();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Backs up, erases, and puts the backup back into an empty desk, with or without the journal. */
async function restoreAfter(erase: () => Promise<unknown>, ...more: readonly string[]) {
  await writeBackup(backup, now().at);
  await erase();
  await writeJournal(journal);
  return restore(...more);
}

async function restore(...more: readonly string[]) {
  await truncateAll();
  return runDesk("restore", backup, ...more);
}

const withJournal = () => ["--erasures", journal];

const bytesLeft = () => prisma.attachmentPiece.count();

describe("nothing is put back", () => {
  test("with a journal that is broken, of another desk, or not there", async () => {
    const { world, papers } = await aClosedReport("letter");
    const erase = () => removePaper(world.reporter, papers[0] ?? "", thursday);
    const right = async () => readFile(journal, "utf8");
    expect(await restoreAfter(erase, "--erasures", `${journal}.none`)).toMatchObject({ status: 2, answers: [] });
    for (const [from, to, said] of [
      ['"paper"', '"pupil"', "regel 2: dit loket weet niet wat dit voor iets is."],
      ['"reason"', '"reason', "regel 2: deze regel is niet heel."],
      ['"lookupKeyCheck":"', '"lookupKeyCheck":"0', "van een ander loket"],
    ] as const) {
      const broken = path.join(folder, "broken");
      await writeFile(broken, (await right()).replace(from, to));
      const refused = await restore("--erasures", broken);
      expect(refused).toMatchObject({ status: 2, answers: [] });
      expect(refused.said).toContain(said);
      expect(await prisma.report.count()).toBe(0);
    }
  });
});

test("without a journal what was erased comes back, and the command says so", async () => {
  const { world, papers } = await aClosedReport("letter");
  const { status, answers, said } = await restoreAfter(() => removePaper(world.reporter, papers[0] ?? "", thursday));
  expect({ status, answers }).toMatchObject({ status: 0, answers: [{ file: backup, erased: null }] });
  expect(said).toContain("Wat toen is gewist, is nu weer terug.");
  expect(await remainsOf(papers[0] ?? "")).toEqual(whole);
});

describe("a paper that was taken back after the backup", () => {
  let world: World;
  let papers: readonly string[];
  let reference: string;
  const first = () => papers[0] ?? "";

  beforeEach(async () => {
    ({ world, papers, reference } = await aClosedReport("letter", "statement"));
  });

  const takeBack = () => removePaper(world.reporter, first(), daysAfter(1));

  test("is gone again with name, key and bytes, and the other one stays", async () => {
    const done = await restoreAfter(takeBack, ...withJournal());
    expect(done).toMatchObject({ status: 0, answers: [{ erased: 1 }] });
    expect(done.said).toContain("Opnieuw gewist: 1.");
    expect(await remainsOf(first())).toEqual(gone);
    expect(await remainsOf(papers[1] ?? "")).toEqual(whole);
    expect(await bytesLeft()).toBe(1);
  });

  test("is on the timeline and the access log again, and nobody is written to once more", async () => {
    const before = await prisma.outboxMessage.count();
    await restoreAfter(takeBack, ...withJournal());
    expect(await prisma.event.count({ where: { kind: "attachment_removed" } })).toBe(1);
    expect(await prisma.outboxMessage.count()).toBe(before);
    const entry = { action: "attachment:destroy", objectId: first(), reason: "erased-before-restore" };
    expect(await prisma.auditEntry.count({ where: entry })).toBe(1);
  });

  test("keeps the moment and the reason that a proof named", async () => {
    await restoreAfter(takeBack, ...withJournal());
    const proof = Buffer.from(await proveDestruction(world.officer, reference, daysAfter(2))).toString();
    expect(proof).toContain(daysAfter(1).at.toISOString());
    expect(proof).toContain("verwijderd door wie het verstuurde");
  });

  test("stays gone when the restored desk is itself backed up and put back", async () => {
    await restoreAfter(takeBack, ...withJournal());
    const old = backup;
    await writeJournal(`${journal}.next`);
    expect(await readFile(`${journal}.next`, "utf8")).toBe(await readFile(journal, "utf8"));
    await truncateAll();
    expect(await runDesk("restore", old, "--erasures", `${journal}.next`)).toMatchObject({ answers: [{ erased: 1 }] });
    expect(await remainsOf(first())).toEqual(gone);
  });

  test("is gone once, however often the journal is replayed", async () => {
    await restoreAfter(takeBack, ...withJournal());
    const state = () =>
      Promise.all([
        prisma.attachment.findMany({ orderBy: { id: "asc" } }),
        prisma.event.count(),
        prisma.erasure.count(),
      ]);
    const before = await state();
    await writeFile(journal, `${await readFile(journal, "utf8")}${(await readFile(journal, "utf8")).split("\n")[1]}\n`);
    expect(await runDesk("erasures", "replay", journal)).toMatchObject({
      status: 0,
      answers: [{ erasures: 2, erased: 0 }],
    });
    expect(await state()).toEqual(before);
  });

  test("is found by the journal beside the keys when none is named", async () => {
    await writeBackup(backup, now().at);
    await takeBack();
    await copyErasures(journalIn(String(process.env["DATA_DIR"])));
    expect(await restore()).toMatchObject({ status: 0, answers: [{ erased: 1 }] });
    expect(await remainsOf(first())).toEqual(gone);
  });

  test("goes as well when the backup was put back by other means", async () => {
    await restoreAfter(takeBack);
    expect(await remainsOf(first())).toEqual(whole);
    expect(await runDesk("erasures", "replay", journal)).toMatchObject({
      status: 0,
      answers: [{ erasures: 1, erased: 1 }],
    });
    expect(await remainsOf(first())).toEqual(gone);
    expect(await prisma.auditEntry.count({ where: { action: "desk:erase-again" } })).toBe(1);
  });
});

test("what was erased before the backup, or is in none, is no error", async () => {
  const { world, papers } = await aClosedReport("letter");
  await removePaper(world.reporter, papers[0] ?? "", thursday);
  const done = await restoreAfter(
    async () => {
      const later = await aClosedReport("letter");
      await removePaper(later.world.reporter, later.papers[0] ?? "", thursday);
    },
    ...withJournal(),
  );
  expect(done).toMatchObject({ status: 0, answers: [{ erased: 0 }] });
  expect(await prisma.erasure.count()).toBe(2);
});

test("papers that the office took over are gone without waiting for another night", async () => {
  const { world, papers, reference } = await aClosedReport("letter");
  await restoreAfter(
    async () => {
      await buffer(await zipPapers(world.officer, reference, thursday));
      await handOverPapers(world.officer, { reference, papers: 1 }, thursday);
      await destroyOld(daysAfter(1));
    },
    ...withJournal(),
  );
  expect(await prisma.attachment.findUniqueOrThrow({ where: { id: papers[0] ?? "" } })).toMatchObject({
    goneReason: "handed-over",
    fileKeySealed: "",
  });
  expect(await bytesLeft()).toBe(0);
});

describe("what was thrown away before it was sent", () => {
  let world: World;

  beforeEach(async () => {
    world = await aWorld();
  });

  function aDraft(id: string, explanation: string) {
    return { id, version: 0, page: randomUUID(), words: { submissionId: id, explanation } };
  }

  async function waitingPaper(submissionId: string): Promise<string> {
    const file = { name: "a.txt", bytes: inChunks(aText(100)) };
    const kept = await preparePaper(world.reporter, { submissionId, kind: "letter", file }, thursday);
    if (!kept.ok || kept.value.kind !== "prepared") throw new Error("refused");
    return kept.value.paper.id;
  }

  test("a draft, its paper and a sheet stay away, and what was not thrown away is there", async () => {
    const [dropped, kept] = [randomUUID(), randomUUID()];
    for (const id of [dropped, kept]) await saveDraft(world.reporter, aDraft(id, "Ziek."), thursday);
    const [paper] = [await waitingPaper(kept), await waitingPaper(kept)];
    const sheet = await aCheckedImport(world.reporter, [{ student: world.studentNumber }]);
    const done = await restoreAfter(
      async () => {
        await discardDraft(world.reporter, { id: dropped, version: 1 }, thursday);
        await takeDraftPaper(world.reporter, paper, thursday);
        await dropImport(world.reporter, { id: sheet }, thursday);
      },
      ...withJournal(),
    );
    expect(done).toMatchObject({ status: 0, answers: [{ erased: 3 }] });
    expect(await prisma.reportDraft.findMany({ select: { id: true } })).toEqual([{ id: kept }]);
    expect([await prisma.draftPaper.count(), await bytesLeft()]).toEqual([1, 1]);
    expect([await prisma.reportImport.count(), await prisma.reportImportRow.count()]).toEqual([0, 0]);
  });

  test("a draft that another page saved again after it was thrown away stays", async () => {
    const id = randomUUID();
    await saveDraft(world.reporter, aDraft(id, "Ziek."), thursday);
    await discardDraft(world.reporter, { id, version: 1 }, thursday);
    await saveDraft(world.reporter, aDraft(id, "Toch."), daysAfter(1));
    const done = await restoreAfter(async () => undefined, ...withJournal());
    expect(done).toMatchObject({ answers: [{ erased: 0 }] });
    expect(await prisma.reportDraft.count({ where: { id } })).toBe(1);
  });

  test("a paper that waited at the backup, went along, and was taken back then, waits no more", async () => {
    const submissionId = randomUUID();
    const paper = await waitingPaper(submissionId);
    const done = await restoreAfter(
      async () => {
        const filed = await fileWithPapers(world.reporter, aReportInput(world), thursday, {
          id: submissionId,
          papers: [paper],
        });
        if (!filed.ok) throw new Error("refused");
        await removePaper(world.reporter, paper, thursday);
      },
      ...withJournal(),
    );
    expect(done).toMatchObject({ status: 0, answers: [{ erased: 1 }] });
    expect([await prisma.draftPaper.count(), await bytesLeft()]).toEqual([0, 0]);
  });

  test("a report that was sent is no erasure: its papers wait with the form again", async () => {
    const submissionId = randomUUID();
    const paper = await waitingPaper(submissionId);
    const done = await restoreAfter(
      () => fileWithPapers(world.reporter, aReportInput(world), thursday, { id: submissionId, papers: [paper] }),
      ...withJournal(),
    );
    expect(done).toMatchObject({ status: 0, answers: [{ erased: 0 }] });
    expect([await prisma.draftPaper.count(), await bytesLeft()]).toEqual([1, 1]);
  });
});

test("notes of many that were taken back stay away", async () => {
  const world = await aWorld();
  const { reference } = await aFiledReport(world);
  const act = randomUUID();
  await doMany(
    world.officer,
    { act, kind: "note", note: "Bellen.", references: [reference], back: "", seenAt: thursday.at },
    thursday,
  );
  expect(await prisma.officeNote.count()).toBe(1);
  const done = await restoreAfter(() => undoMany(world.officer, { act, back: "" }, thursday), ...withJournal());
  expect(done).toMatchObject({ status: 0, answers: [{ erased: 1 }] });
  expect(await prisma.officeNote.count()).toBe(0);
});
