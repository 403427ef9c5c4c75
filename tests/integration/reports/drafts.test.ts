import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { recordStatements } from "@/lib/db/statement-count.server";
import { discardDraft } from "@/lib/reports/commands/discard-draft.server";
import { fileReport } from "@/lib/reports/commands/file-report.server";
import { handInDraft } from "@/lib/reports/commands/hand-in-draft.server";
import { moveWork } from "@/lib/reports/commands/move-work.server";
import { openDraft } from "@/lib/reports/commands/open-draft.server";
import { saveDraft } from "@/lib/reports/commands/save-draft.server";
import { withdrawReport } from "@/lib/reports/commands/withdraw-report.server";
import { forgetDrafts } from "@/lib/reports/forget-drafts.server";
import { listDrafts } from "@/lib/reports/queries/drafts.server";
import { findLeftWork } from "@/lib/reports/queries/left-work.server";
import { nowAt } from "@/lib/shared/clock";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { meanwhile } from "@/tests/support/meanwhile";
import { officerOf, reporterOf } from "@/tests/support/viewers";
import { aFiledReport, anAccount, aReportInput, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let mentor: ReturnType<typeof reporterOf>;

beforeAll(async () => {
  world = await aWorld();
  const account = await anAccount(world.school.id, "preparer");
  mentor = reporterOf(world.school.id, { ...account, role: "preparer" });
});

const later = (days: number) => nowAt(new Date(thursday.at.getTime() + days * 86_400_000));

function aDraft(words: Readonly<Record<string, string>> = {}) {
  const id = randomUUID();
  return {
    id,
    version: 0,
    page: randomUUID(),
    words: { submissionId: id, "student.number": world.studentNumber, ...words },
  };
}

async function keptDraft(words?: Readonly<Record<string, string>>, viewer = world.reporter) {
  const draft = aDraft(words);
  const kept = await saveDraft(viewer, draft, thursday);
  if (kept.kind === "sent") throw new Error("it was sent");
  return { ...draft, version: kept.version };
}

const opened = (viewer: Parameters<typeof openDraft>[0], id: string) => openDraft(viewer, id, thursday);

describe("a draft of somebody else", () => {
  test("is not there for a colleague, another school or an office, and cannot be overwritten", async () => {
    const draft = await keptDraft({ explanation: "Van Anouk." });
    const other = await aWorld();
    for (const viewer of [mentor, reporterOf(world.school.id), other.reporter, world.officer]) {
      await expect(opened(viewer, draft.id)).rejects.toThrow(NotFound);
      await expect(discardDraft(viewer, draft, thursday)).rejects.toThrow(NotFound);
    }
    const written = await saveDraft(mentor, { ...draft, words: { ...draft.words, explanation: "Anders." } }, thursday);
    expect(written).toMatchObject({ kind: "copied" });
    expect((await opened(world.reporter, draft.id)).words["explanation"]).toBe("Van Anouk.");
  });

  test("is not listed", async () => {
    const draft = await keptDraft();
    const ids = async (viewer: Parameters<typeof listDrafts>[0]) =>
      (await listDrafts(viewer, thursday)).map(({ id }) => id);
    expect(await ids(world.reporter)).toContain(draft.id);
    expect(await ids(mentor)).not.toContain(draft.id);
    expect(await ids(officerOf(world.office.id))).toEqual([]);
  });
});

test("who neither sends nor prepares keeps no drafts", async () => {
  for (const viewer of [reporterOf(world.school.id, { role: "reader" }), world.officer]) {
    await expect(saveDraft(viewer, aDraft(), thursday)).rejects.toThrow(NotAllowed);
  }
});

describe("what is typed", () => {
  test("is kept in one statement, sealed, and comes back to the letter", async () => {
    const explanation = "Gaat om tien uur naar huis — élke dag; 'echt' waar.\r\n\"Ja\"";
    const draft = aDraft({ explanation });
    const { value, statements } = await recordStatements(() => saveDraft(world.reporter, draft, thursday));
    expect(statements).toHaveLength(1);
    expect(value).toEqual({ kind: "saved", id: draft.id, version: 1 });
    const row = await prisma.reportDraft.findUniqueOrThrow({ where: { id: draft.id } });
    expect(JSON.stringify(row)).not.toContain("naar huis");
    expect(JSON.stringify(row)).not.toContain(world.studentNumber);
    expect((await opened(world.reporter, draft.id)).words).toEqual(draft.words);
  });

  test("in a second tab does not overwrite the first, and is kept beside it", async () => {
    const draft = await keptDraft({ explanation: "Eerst." });
    const first = await saveDraft(world.reporter, { ...draft, words: { ...draft.words, reason: "een" } }, thursday);
    const tab = { ...draft, page: randomUUID() };
    const second = await saveDraft(world.reporter, { ...tab, words: { ...draft.words, reason: "twee" } }, thursday);
    expect(first).toEqual({ kind: "saved", id: draft.id, version: 2 });
    expect(second).toMatchObject({ kind: "copied", version: 1 });
    if (second.kind !== "copied") return;
    expect((await opened(world.reporter, draft.id)).words["reason"]).toBe("een");
    const copy = await opened(world.reporter, second.id);
    expect(copy.words).toMatchObject({ reason: "twee", submissionId: second.id });
  });

  test("is kept from one page whatever overtakes what, in one draft", async () => {
    const draft = await keptDraft();
    const save = () => saveDraft(world.reporter, draft, thursday);
    const kept = await Promise.all([save(), save(), save()]);
    expect(kept.map(({ kind }) => kind)).toEqual(["saved", "saved", "saved"]);
  });

  test("after the draft was thrown away elsewhere is kept as a new draft", async () => {
    const draft = await keptDraft();
    expect((await discardDraft(world.reporter, draft, thursday)).ok).toBe(true);
    const kept = await saveDraft(world.reporter, draft, thursday);
    expect(kept).toMatchObject({ kind: "copied" });
    await expect(opened(world.reporter, draft.id)).rejects.toThrow(NotFound);
  });

  test("after the report was sent makes no draft, and says which report it became", async () => {
    const draft = await keptDraft();
    const own = await aFiledReport(world, { firstDay: "2026-03-02", lastDay: "2026-03-03" });
    const { submissionId } = await prisma.report.findUniqueOrThrow({ where: { id: own.id } });
    const kept = await saveDraft(world.reporter, { ...draft, id: submissionId, version: 0 }, thursday);
    expect(kept).toEqual({ kind: "sent", reference: own.reference });
    expect(await prisma.reportDraft.count({ where: { id: submissionId } })).toBe(0);
  });
});

describe("the same draft in two tabs", () => {
  test("that say the same is one draft", async () => {
    const draft = await keptDraft({ explanation: "Eerst." });
    const words = { ...draft.words, reason: "een" };
    await saveDraft(world.reporter, { ...draft, words }, thursday);
    const second = await saveDraft(world.reporter, { ...draft, page: randomUUID(), words }, thursday);
    expect(second).toEqual({ kind: "saved", id: draft.id, version: 2 });
  });

  test.each([
    ["the same page", (page: string) => page],
    ["another tab", () => randomUUID()],
  ])("is no draft any more when it is being sent while words of %s come in", async (_, pageOf) => {
    const draft = await keptDraft({ explanation: "Eerst." });
    const own = await aFiledReport(world, { firstDay: "2026-03-02", lastDay: "2026-03-03", separate: true });
    const kept = await meanwhile(
      async (client) => {
        await client.report.update({ where: { id: own.id }, data: { submissionId: draft.id } });
        await client.reportDraft.delete({ where: { id: draft.id } });
      },
      () => {
        const words = { ...draft.words, explanation: "Later." };
        return saveDraft(world.reporter, { ...draft, page: pageOf(draft.page), words }, thursday);
      },
    );
    expect(kept).toEqual({ kind: "sent", reference: own.reference });
    expect(await prisma.reportDraft.count({ where: { id: draft.id } })).toBe(0);
  });
});

test("what changed since the list was made is not thrown away", async () => {
  const draft = await keptDraft();
  await saveDraft(world.reporter, { ...draft, words: { ...draft.words, reason: "meer" } }, thursday);
  expect(await discardDraft(world.reporter, draft, thursday)).toEqual({
    ok: false,
    problems: [{ code: "draft-changed" }],
  });
  expect((await opened(world.reporter, draft.id)).words["reason"]).toBe("meer");
});

test("the list names the student of the own school, and nobody of another", async () => {
  const other = await aWorld();
  const own = await keptDraft({ type: "late_arrival", firstDay: "13-4-2026" });
  const strange = await keptDraft({ "student.number": other.studentNumber });
  const lines = await listDrafts(world.reporter, thursday);
  expect(lines.find(({ id }) => id === own.id)).toMatchObject({
    student: { name: "Sami de Boer", group: "3B" },
    type: "late_arrival",
    firstDay: "2026-04-13",
    isOwn: true,
  });
  expect(lines.find(({ id }) => id === strange.id)?.student).toBeNull();
});

test("a draft is kept for fourteen days after the last word, and then forgotten", async () => {
  const draft = await keptDraft();
  await forgetDrafts(later(14));
  expect(await openDraft(world.reporter, draft.id, later(14))).toBeDefined();
  await expect(openDraft(world.reporter, draft.id, later(15))).rejects.toThrow(NotFound);
  await forgetDrafts(later(15));
  expect(await prisma.reportDraft.count({ where: { id: draft.id } })).toBe(0);
});

describe("what one prepares and another sends", () => {
  const days = { firstDay: "2026-04-20", lastDay: "2026-04-21" };

  async function handedIn() {
    const draft = await keptDraft({ explanation: "Van de mentor." }, mentor);
    const done = await handInDraft(mentor, { draft, report: aReportInput(world, days) }, thursday);
    expect(done.ok).toBe(true);
    return draft;
  }

  test("is not made ready while it could not be sent", async () => {
    const draft = await keptDraft({}, mentor);
    const report = aReportInput(world, { student: { number: "999999990" } });
    expect((await handInDraft(mentor, { draft, report }, thursday)).ok).toBe(false);
    await expect(opened(world.reporter, draft.id)).rejects.toThrow(NotFound);
  });

  test("is found by who may send for that location and by nobody else, and followed by both once it is sent", async () => {
    const draft = await handedIn();
    const elsewhere = reporterOf(world.school.id, { locationIds: [randomUUID()] });
    await expect(opened(elsewhere, draft.id)).rejects.toThrow(NotFound);
    const [line] = (await listDrafts(world.reporter, thursday)).filter(({ id }) => id === draft.id);
    expect(line).toMatchObject({ ownerName: mentor.name, isOwn: false, maySend: true });
    expect((await opened(world.reporter, draft.id)).words["explanation"]).toBe("Van de mentor.");

    await expect(fileReport(mentor, aReportInput(world, days), thursday, { id: draft.id })).rejects.toThrow(NotAllowed);
    const filed = await fileReport(world.reporter, aReportInput(world, days), thursday, { id: draft.id });
    if (!filed.ok) throw new Error("the report was refused");
    expect(await prisma.reportDraft.count({ where: { id: draft.id } })).toBe(0);
    const followers = await prisma.reportFollower.findMany({ where: { reportId: filed.value.id } });
    expect(followers.map(({ accountId }) => accountId)).toEqual([mentor.accountId]);
  });
});

describe("drafts of somebody who leaves", () => {
  test("are moved by the administrator of that school only, and to a colleague who may go on with them", async () => {
    const draft = await keptDraft({}, mentor);
    const other = await aWorld();
    const administrator = reporterOf(world.school.id, { role: "school_admin" });
    const move = { accountId: mentor.accountId, to: world.reporter.accountId };
    for (const viewer of [world.reporter, world.officer])
      expect(() => moveWork(viewer, move, thursday)).toThrow(NotAllowed);
    const elsewhere = reporterOf(other.school.id, { role: "school_admin" });
    expect((await moveWork(elsewhere, move, thursday)).ok).toBe(false);
    const strange = { ...move, to: other.reporter.accountId };
    expect(await moveWork(administrator, strange, thursday)).toMatchObject({
      problems: [{ code: "colleague-unknown", field: "to" }],
    });
    await expect(opened(administrator, draft.id)).rejects.toThrow(NotFound);

    expect((await findLeftWork(administrator, thursday, mentor.accountId))?.draftCount).toBeGreaterThan(0);
    expect((await moveWork(administrator, move, thursday)).ok).toBe(true);
    expect((await opened(world.reporter, draft.id)).isOwn).toBe(true);
    await expect(opened(mentor, draft.id)).rejects.toThrow(NotFound);
    expect(await findLeftWork(administrator, thursday, mentor.accountId)).toMatchObject({ draftCount: 0 });
  });

  test("takes the news of all open reports along, and nothing of a closed one", async () => {
    const leaving = await aWorld();
    const administrator = reporterOf(leaving.school.id, { role: "school_admin" });
    const colleague = await anAccount(leaving.school.id, "reporter");
    const open = await aFiledReport(leaving);
    const closed = await aFiledReport(leaving, { separate: true });
    await withdrawReport(leaving.reporter, { reference: closed.reference, reason: "Toch niet." }, thursday);
    const { accountId } = leaving.reporter;
    expect(await findLeftWork(administrator, thursday, accountId)).toMatchObject({ draftCount: 0, reportCount: 1 });
    expect(await findLeftWork(leaving.reporter, thursday, accountId)).toBe(null);
    const moved = await moveWork(administrator, { accountId, to: colleague.accountId }, thursday);
    expect(moved).toMatchObject({ ok: true, value: { draftCount: 0, reportCount: 1 } });
    const watches = await prisma.watch.findMany({ where: { accountId: colleague.accountId } });
    expect(watches.map(({ reportId }) => reportId)).toEqual([open.id]);
    expect(await findLeftWork(administrator, thursday, accountId)).toMatchObject({ reportCount: 0 });
  });
});
