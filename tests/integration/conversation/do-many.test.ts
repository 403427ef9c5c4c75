import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { type BulkInput, bulkForm, bulkInput, bulkMost, undoMinutes } from "@/lib/casework/bulk";
import { forgetBulkActs } from "@/lib/casework/bulk-acts.server";
import { closeReport } from "@/lib/casework/commands/close-report.server";
import { pauseClock } from "@/lib/casework/commands/keep-clock.server";
import { takeUp } from "@/lib/casework/commands/take-up.server";
import { findBulkResult, listChosen } from "@/lib/casework/queries/bulk-result.server";
import { askSchool } from "@/lib/conversation/commands/ask-school.server";
import { doMany, undoMany } from "@/lib/conversation/commands/do-many.server";
import { answerRequest } from "@/lib/conversation/commands/settle-request.server";
import { prisma } from "@/lib/db/client.server";
import { recordStatements } from "@/lib/db/statement-count.server";
import type { OfficeViewer } from "@/lib/identity/viewer";
import { findReport } from "@/lib/reports/queries.server";
import { addDays } from "@/lib/shared/calendar-date";
import { nowAt } from "@/lib/shared/clock";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { copiesOf } from "@/tests/support/at-size";
import { meanwhile } from "@/tests/support/meanwhile";
import { officerOf } from "@/tests/support/viewers";
import { aFiledReport, anAccount, aStudent, aWorld, standingOf, thursday, type World } from "@/tests/support/world";

let world: World;
let colleague: OfficeViewer;

beforeEach(async () => {
  world = await aWorld();
  colleague = await employee("officer");
});

const employee = async (role: "officer" | "office_clerk" | "team_lead") =>
  officerOf(world.office.id, { ...(await anAccount(world.office.id, role)), role });

const minutes = (count: number) => nowAt(new Date(thursday.at.getTime() + count * 60_000));

async function filed(kind: "resident" | "protected" = "resident", given: object = {}): Promise<string> {
  const number = await aStudent({
    municipality: world.municipality,
    locationId: world.school.location.id,
    brin: world.brin,
    kind,
  });
  return (await aFiledReport(world, { student: { number }, ...given })).reference;
}

const closing = { kind: "close", closeReason: "back_to_school", closeNote: "student_seen" };

function wish(references: readonly string[], given: object = { kind: "take" }): BulkInput {
  return bulkInput.parse({
    act: randomUUID(),
    references: [...references],
    seenAt: thursday.at.toISOString(),
    ...given,
  });
}

const stored = (reference: string) => prisma.report.findUniqueOrThrow({ where: { reference } });

async function resultOf(input: BulkInput, now = thursday) {
  const done = await doMany(world.officer, input, now);
  expect(done.ok).toBe(true);
  return findBulkResult(world.officer, now, input.act);
}

describe("who may", () => {
  test("an analyst does nothing with many, and a clerk takes none up but assigns them", async () => {
    const reference = await filed();
    const analyst = officerOf(world.office.id, { role: "analyst" });
    await expect(doMany(analyst, wish([reference]), thursday)).rejects.toBeInstanceOf(NotAllowed);
    const clerk = await employee("office_clerk");
    const take = wish([reference]);
    await doMany(clerk, take, thursday);
    expect(await findBulkResult(clerk, thursday, take.act)).toMatchObject({
      doneCount: 0,
      refused: [{ reference, code: "not-allowed" }],
    });
    await doMany(clerk, wish([reference], { kind: "assign", officerId: colleague.accountId }), thursday);
    expect((await stored(reference)).officerId).toBe(colleague.accountId);
  });

  test("reports of another office and of protected students are not touched, whatever is asked", async () => {
    const [own, hidden] = [await filed(), await filed("protected")];
    const strange = await aFiledReport(await aWorld());
    for (const kind of [{ kind: "take" }, { kind: "note", note: "Niet voor u." }, closing]) {
      const before = [await stored(hidden), await stored(strange.reference)];
      const result = await resultOf(wish([hidden, strange.reference], kind));
      expect(result).toMatchObject({ doneCount: 0 });
      expect(result?.refused.map(({ code }) => code)).toEqual(["report-elsewhere", "report-elsewhere"]);
      expect([await stored(hidden), await stored(strange.reference)]).toEqual(before);
    }
    expect(
      await prisma.officeNote.count({ where: { report: { reference: { in: [hidden, strange.reference] } } } }),
    ).toBe(0);
    expect((await stored(own)).status).toBe("registered");
  });

  test("an officer who is not of this office is given nothing", async () => {
    const reference = await filed();
    const stranger = (await aWorld()).officer.accountId;
    expect(await resultOf(wish([reference], { kind: "assign", officerId: stranger }))).toMatchObject({ doneCount: 0 });
    const lead = await employee("team_lead");
    const act = wish([reference], { kind: "assign", officerId: stranger });
    await doMany(lead, act, thursday);
    expect(await findBulkResult(lead, thursday, act.act)).toMatchObject({ refused: [{ code: "officer-unknown" }] });
  });

  test("nobody sees or undoes the act of a colleague", async () => {
    const act = wish([await filed()]);
    await doMany(world.officer, act, thursday);
    expect(await findBulkResult(colleague, thursday, act.act)).toBeNull();
    await expect(undoMany(colleague, { act: act.act, back: "" }, thursday)).rejects.toBeInstanceOf(NotFound);
    await expect(
      doMany(colleague, wish([await filed()], { kind: "take", act: act.act }), thursday),
    ).rejects.toBeInstanceOf(NotFound);
  });
});

describe("what is done", () => {
  test("without a choice nothing is, and closing wants what the law wants", async () => {
    expect(await doMany(world.officer, wish([]), thursday)).toMatchObject({ problems: [{ code: "nothing-chosen" }] });
    const form = { act: randomUUID(), references: "V-2026-7K4QX9M", seenAt: thursday.at.toISOString() };
    const fields = { officerId: "", note: "", words: "", closeNote: "student_seen" };
    expect(bulkForm.safeParse({ ...form, ...fields, kind: "close" }).success).toBe(false);
    expect(bulkForm.safeParse({ ...form, ...fields, kind: "take" }).success).toBe(true);
    expect(bulkForm.safeParse({ ...form, ...fields }).success).toBe(false);
  });

  test("each report is judged by itself: what changed since the page was drawn stays, the rest goes on", async () => {
    const [fresh, stale, over] = [await filed(), await filed(), await filed()];
    await takeUp(colleague, { reference: stale }, minutes(1));
    await closeReport(colleague, { reference: over, closeReason: "left_work", closeNote: "student_seen" }, thursday);
    const result = await resultOf(wish([fresh, stale, over]), minutes(2));
    expect(result).toMatchObject({ doneCount: 1, mayUndo: true });
    expect(Object.fromEntries(result?.refused.map(({ reference, code }) => [reference, code]) ?? [])).toEqual({
      [stale]: "report-changed",
      [over]: "move-not-possible",
    });
    expect((await stored(fresh)).officerId).toBe(world.officer.accountId);
    expect((await stored(stale)).officerId).toBe(colleague.accountId);
  });

  test("one act closes as one report is closed: reason, event, message, access log and a clock that stops", async () => {
    const [one, paused] = [await filed(), await filed()];
    await pauseClock(world.officer, { reference: paused, waitsFor: "help" }, thursday);
    await resultOf(wish([one, paused], { ...closing, words: "Samen afgesloten." }));
    for (const reference of [one, paused]) {
      const report = await stored(reference);
      expect(report).toMatchObject({
        status: "closed",
        closeReason: "back_to_school",
        pausedAt: null,
        nextDueAt: null,
      });
      const { timeline } = await findReport(world.reporter, thursday, reference);
      expect(timeline.at(-1)?.event).toMatchObject({ kind: "closed", data: { words: "Samen afgesloten." } });
      const told = { topic: "report-event", payload: { path: ["reportId"], equals: report.id } };
      expect(await prisma.outboxMessage.count({ where: told })).toBeGreaterThan(1);
      expect(await prisma.auditEntry.count({ where: { action: "report:close", objectId: report.id } })).toBe(1);
    }
    expect(await prisma.clockPause.count({ where: { endedAt: null, report: { reference: paused } } })).toBe(0);
  });

  test("what a colleague changes as it is closed keeps its clock standing still", async () => {
    const reference = await filed();
    await pauseClock(world.officer, { reference, waitsFor: "help" }, thursday);
    const { id } = await stored(reference);
    const changes = async (client: Pick<typeof prisma, "$executeRaw">) =>
      client.$executeRaw`UPDATE reports SET version = version + 1, changed_at = ${minutes(2).at} WHERE id = ${id}::uuid`;
    const result = await meanwhile(changes, () => resultOf(wish([reference], closing), minutes(1)));
    expect(result).toMatchObject({ doneCount: 0, refused: [{ reference, code: "report-changed" }] });
    expect(await prisma.clockPause.count({ where: { endedAt: null, reportId: id } })).toBe(1);
  });

  test("an act grows no larger than one may be, however many parts it is sent in", async () => {
    const [one, other] = [await filed(), await filed()];
    const input = wish([one]);
    await resultOf(input);
    const done = JSON.stringify(Array.from({ length: bulkMost - 1 }, () => ({})));
    await prisma.$executeRaw`UPDATE bulk_acts SET done = done || ${done}::jsonb WHERE id = ${input.act}::uuid`;
    const more = doMany(world.officer, wish([other], { kind: "take", act: input.act }), thursday);
    await expect(more).rejects.toBeInstanceOf(NotFound);
    expect((await stored(other)).status).toBe("registered");
  });

  test("an act is forgotten after a day, also where nobody acts on many any more", async () => {
    const [old, young] = [wish([await filed()]), wish([await filed()])];
    const dayAgo = nowAt(new Date(thursday.at.getTime() - 24 * 60 * 60_000 - 1));
    await doMany(world.officer, old, dayAgo);
    await doMany(world.officer, young, thursday);
    await forgetBulkActs(thursday);
    expect(await findBulkResult(world.officer, thursday, old.act)).toBeNull();
    expect(await findBulkResult(world.officer, thursday, young.act)).not.toBeNull();
  });

  test("a note is read by the office alone", async () => {
    const reference = await filed();
    await resultOf(wish([reference], { kind: "note", note: "Bellen na de vakantie." }));
    expect(await prisma.officeNote.count({ where: { report: { reference } } })).toBe(1);
    const { timeline } = await findReport(world.reporter, thursday, reference);
    expect(JSON.stringify(timeline)).not.toContain("vakantie");
  });

  test("all of a list, with its filters, and nothing beside it", async () => {
    const [mine, other] = [await filed("resident", { urgent: { reason: "Snel." } }), await filed()];
    await resultOf(wish([], { kind: "take", list: "lijst=team&spoed=ja" }));
    expect((await stored(mine)).status).toBe("in_progress");
    expect((await stored(other)).status).toBe("registered");
  });

  test("anything but the address of a list holds nothing, and an analyst is not answered at all", async () => {
    const reference = await filed();
    expect(await listChosen(world.officer, thursday, "lijst=team")).toEqual([reference]);
    for (const given of [undefined, null, 7, {}, ["lijst=team"], "lijst=team&".repeat(200)]) {
      expect(await listChosen(world.officer, thursday, given)).toEqual([]);
    }
    const analyst = officerOf(world.office.id, { role: "analyst" });
    await expect(listChosen(analyst, thursday, "lijst=team")).rejects.toBeInstanceOf(NotAllowed);
  });

  test("five hundred cost a few statements for each hundred, not for each report", async () => {
    const { id } = await aFiledReport(world);
    await copiesOf(id, 700);
    const list = wish([], { ...closing, list: "lijst=team" });
    const { statements } = await recordStatements(() => doMany(world.officer, list, minutes(1)));
    expect(statements.length).toBeLessThan(80);
    expect(await findBulkResult(world.officer, minutes(1), list.act)).toMatchObject({ doneCount: 468, refused: [] });
  }, 60_000);
});

describe("undone", () => {
  const undo = (act: string, now = minutes(2)) => undoMany(world.officer, { act, back: "" }, now);

  test("each report is as it was, its timeline says so, and the school sees what it saw before", async () => {
    const [one, paused] = [await filed(), await filed()];
    await pauseClock(world.officer, { reference: paused, waitsFor: "help" }, thursday);
    const before = [await stored(one), await stored(paused)];
    const promised = await standingOf(world.reporter, minutes(3), one);
    for (const given of [{ kind: "take" }, closing]) {
      const input = wish([one, paused], { ...given, seenAt: minutes(3).at.toISOString() });
      await resultOf(input, minutes(1));
      expect(await undo(input.act)).toMatchObject({ ok: true });
      expect(await findBulkResult(world.officer, minutes(2), input.act)).toMatchObject({
        isUndone: true,
        doneCount: 2,
      });
    }
    const asBefore = ({ version: _version, changedAt: _changedAt, ...rest }: (typeof before)[number]) => rest;
    expect([await stored(one), await stored(paused)].map(asBefore)).toEqual(before.map(asBefore));
    expect(await prisma.clockPause.count({ where: { endedAt: null, report: { reference: paused } } })).toBe(1);
    expect(await standingOf(world.reporter, minutes(3), one)).toEqual(promised);
    const { timeline } = await findReport(world.reporter, minutes(3), one);
    expect(timeline.map(({ event }) => event.kind).slice(-4)).toEqual(["taken_up", "undone", "closed", "undone"]);
  });

  test("what a colleague did since stays, and is named", async () => {
    const [one, other] = [await filed(), await filed()];
    const input = wish([one, other]);
    await resultOf(input, minutes(1));
    await closeReport(colleague, { reference: other, closeReason: "left_work", closeNote: "student_seen" }, minutes(1));
    await undo(input.act);
    expect(await findBulkResult(world.officer, minutes(2), input.act)).toMatchObject({
      doneCount: 1,
      refused: [{ reference: other, code: "report-changed" }],
    });
    expect((await stored(other)).status).toBe("closed");
  });

  test("a clock that goes on since, because the school answered, is not stopped again", async () => {
    const reference = await filed();
    const dueOn = addDays(thursday.today, 5);
    await askSchool(world.officer, { reference, kind: "dates", words: undefined, dueOn }, thursday);
    const input = wish([reference]);
    await resultOf(input, minutes(1));
    const { id: request } = await prisma.request.findFirstOrThrow({ where: { report: { reference } } });
    await answerRequest(world.reporter, { reference, request, words: "Tot en met vrijdag." }, minutes(1));
    await undo(input.act);
    expect((await stored(reference)).pausedAt).toBeNull();
    expect(await findBulkResult(world.officer, minutes(2), input.act)).toMatchObject({
      refused: [{ reference, code: "report-changed" }],
    });
  });

  test("a part that comes as it is undone is undone too", async () => {
    const [one, other] = [await filed(), await filed()];
    const [early, late] = [wish([one]), wish([other])];
    await resultOf(early);
    await resultOf(late);
    const { done } = await prisma.bulkAct.findUniqueOrThrow({ where: { id: late.act } });
    const comes = async (client: Pick<typeof prisma, "$executeRaw">) =>
      client.$executeRaw`UPDATE bulk_acts SET done = done || ${JSON.stringify(done)}::jsonb WHERE id = ${early.act}::uuid`;
    expect(await meanwhile(comes, () => undo(early.act))).toMatchObject({ ok: true });
    expect([await stored(one), await stored(other)].map(({ status }) => status)).toEqual(["registered", "registered"]);
  });

  test("a part that comes again while the act is undone waits for it, and keeps it from nothing", async () => {
    const reference = await filed();
    const input = wish([reference]);
    await resultOf(input);
    const holdsAct = (client: Pick<typeof prisma, "$queryRaw">) =>
      client.$queryRaw`SELECT FROM bulk_acts WHERE id = ${input.act}::uuid FOR UPDATE`;
    const holdsReport = (client: Pick<typeof prisma, "$queryRaw">) =>
      client.$queryRaw`SELECT FROM reports WHERE reference = ${reference} FOR UPDATE`;
    await meanwhile(holdsAct, () => doMany(world.officer, input, minutes(1)), holdsReport);
    expect(await undo(input.act)).toMatchObject({ ok: true });
    expect((await stored(reference)).status).toBe("registered");
  });

  test("notes go, but not one that was changed since", async () => {
    const [one, other] = [await filed(), await filed()];
    const input = wish([one, other], { kind: "note", note: "Bellen." });
    await resultOf(input);
    await prisma.officeNote.updateMany({ where: { report: { reference: other } }, data: { editedAt: thursday.at } });
    await undo(input.act);
    expect(await prisma.officeNote.count({ where: { report: { reference: one } } })).toBe(0);
    expect(await prisma.officeNote.count({ where: { report: { reference: other } } })).toBe(1);
  });

  test("a note stays at a report that left the office, or became one that its writer may not see", async () => {
    const [moved, hidden] = [await filed(), await filed()];
    const input = wish([moved, hidden], { kind: "note", note: "Bellen." });
    await resultOf(input);
    await prisma.report.update({
      where: { reference: moved },
      data: { officeId: (await aWorld()).office.id, officerId: null },
    });
    await prisma.report.update({ where: { reference: hidden }, data: { isProtected: true } });
    await undo(input.act);
    expect(await prisma.officeNote.count({ where: { report: { reference: { in: [moved, hidden] } } } })).toBe(2);
    const refused = (await findBulkResult(world.officer, minutes(2), input.act))?.refused;
    expect(refused?.map(({ code }) => code)).toEqual(["report-changed", "report-changed"]);
  });

  test("happens once, and not after a quarter of an hour", async () => {
    const [one, late] = [wish([await filed()]), wish([await filed()])];
    for (const input of [one, late]) await resultOf(input);
    expect(await undo(one.act)).toMatchObject({ ok: true });
    expect(await undo(one.act)).toMatchObject({ problems: [{ code: "already-undone" }] });
    expect(await undo(late.act, minutes(undoMinutes + 1))).toMatchObject({ problems: [{ code: "undo-too-late" }] });
    expect(await findBulkResult(world.officer, minutes(undoMinutes + 1), late.act)).toMatchObject({ mayUndo: false });
  });
});
