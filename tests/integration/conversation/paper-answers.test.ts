import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { addPaper } from "@/lib/attachments/commands/add-paper.server";
import { removePaper } from "@/lib/attachments/commands/remove-paper.server";
import { answerWithPaper, answerWithSheet } from "@/lib/conversation/commands/answer-with-paper.server";
import { askSchool } from "@/lib/conversation/commands/ask-school.server";
import { dropRequest } from "@/lib/conversation/commands/settle-request.server";
import { findConversation } from "@/lib/conversation/queries.server";
import { prisma } from "@/lib/db/client.server";
import type { PersonViewer } from "@/lib/identity/viewer";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { addWorkingDays } from "@/lib/shared/working-days";
import { aPdf, inChunks } from "@/tests/support/papers";
import { reporterOf } from "@/tests/support/viewers";
import { aFiledReport, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let reference: string;
let reportId: string;

beforeEach(async () => {
  world = await aWorld();
  ({ reference, id: reportId } = await aFiledReport(world));
});

const ask = (viewer: PersonViewer = world.officer, words?: string) =>
  askSchool(viewer, { reference, kind: "absence_sheet", words, dueOn: addWorkingDays(thursday.today, 5) }, thursday);

async function askedFor(): Promise<string> {
  const asked = await ask();
  if (!asked.ok) throw new Error(`not asked: ${asked.problems[0]?.code}`);
  const { id } = await prisma.request.findFirstOrThrow({ where: { reportId, answeredAt: null, droppedAt: null } });
  return id;
}

const answer = (request: string, viewer: PersonViewer = world.reporter, bytes = aPdf(`% ${randomUUID()}\n`)) =>
  answerWithPaper(
    viewer,
    { reference, request, kind: "absence_sheet", file: { name: "staat.pdf", bytes: inChunks(bytes) } },
    thursday,
  );

const requestsOf = async (viewer: PersonViewer) => (await findConversation(viewer, thursday, reportId)).requests;
const papersCount = () => prisma.attachment.count({ where: { reportId, goneAt: null } });
const isPaused = async () => (await prisma.report.findUniqueOrThrow({ where: { id: reportId } })).pausedAt !== null;

describe("an absence sheet that is missing", () => {
  test("is asked for at one click, with five working days to answer, and the clock stands still", async () => {
    await askedFor();
    expect(await requestsOf(world.reporter)).toMatchObject([
      { kind: "absence_sheet", dueOn: addWorkingDays(thursday.today, 5), state: { kind: "waiting" } },
    ]);
    expect(await isPaused()).toBe(true);
  });

  test("is not asked for again in the same words while the school was asked already", async () => {
    const first = await askedFor();
    expect(await ask()).toMatchObject({ problems: [{ code: "asked-already" }] });
    expect(await ask(world.officer, "Ook van maart.")).toMatchObject({ ok: true });
    expect(await ask(world.officer, "Ook van maart.")).toMatchObject({ problems: [{ code: "asked-already" }] });
    await dropRequest(world.officer, { reference, request: first }, thursday);
    expect(await askedFor()).not.toBe(first);
  });

  test("is asked for by nobody of the school", async () => {
    await expect(ask(world.reporter)).rejects.toThrow(NotAllowed);
  });
});

describe("a paper that answers what was asked", () => {
  test("stands with the report and at the question at once, for both sides, and lets the clock go on", async () => {
    const request = await askedFor();
    const sent = await answer(request);
    if (!sent.ok) throw new Error("the paper was refused");
    for (const viewer of [world.reporter, world.officer]) {
      expect(await requestsOf(viewer)).toMatchObject([
        { state: { kind: "answered", words: null, paper: { id: sent.value.id, name: "staat.pdf", isOpen: true } } },
      ]);
    }
    expect(await isPaused()).toBe(false);
    const events = await prisma.event.findMany({ where: { reportId }, orderBy: { id: "asc" } });
    expect(events.map(({ kind }) => kind).slice(-2)).toEqual(["attached", "answered"]);
  });

  test("that was with the report already answers too, and is kept once", async () => {
    const bytes = aPdf(`% ${randomUUID()}\n`);
    const file = { name: "staat.pdf", bytes: inChunks(bytes) };
    const first = await addPaper(world.reporter, { reference, kind: "absence_sheet", file }, thursday);
    const request = await askedFor();
    await answer(request, world.reporter, bytes);
    expect(await papersCount()).toBe(1);
    expect(await requestsOf(world.officer)).toMatchObject([
      { state: { paper: { id: first.ok ? first.value.id : "" } } },
    ]);
  });

  test("is one; what comes with it goes along", async () => {
    const request = await askedFor();
    const first = await answer(request);
    await answer(request);
    expect(await papersCount()).toBe(2);
    expect(await requestsOf(world.officer)).toMatchObject([
      { state: { paper: { id: first.ok ? first.value.id : "" } } },
    ]);
  });

  test("that is refused answers nothing", async () => {
    const request = await askedFor();
    const harmful = aPdf("7 0 obj\n<< /S /JavaScript >>\nendobj\n");
    expect(await answer(request, world.reporter, harmful)).toMatchObject({ problems: [{ code: "pdf-acts" }] });
    expect(await requestsOf(world.officer)).toMatchObject([{ state: { kind: "waiting" } }]);
    expect(await isPaused()).toBe(true);
  });

  test("does not answer a question of another report", async () => {
    const request = await askedFor();
    const other = await aFiledReport(world, { separate: true });
    await answerWithPaper(
      world.reporter,
      { reference: other.reference, request, kind: "other", file: { name: "a.pdf", bytes: inChunks(aPdf()) } },
      thursday,
    );
    expect(await requestsOf(world.officer)).toMatchObject([{ state: { kind: "waiting" } }]);
  });

  test("comes from the school, and from nobody who only reads along", async () => {
    const request = await askedFor();
    await expect(answer(request, world.officer)).rejects.toThrow(NotAllowed);
    await expect(answer(request, reporterOf(world.school.id, { role: "reader" }))).rejects.toThrow(NotAllowed);
    await expect(answer(request, (await aWorld()).reporter)).rejects.toThrow(NotFound);
    expect(await papersCount()).toBe(0);
  });

  test("can be made of the hours of the report", async () => {
    ({ reference, id: reportId } = await aFiledReport(world, {
      separate: true,
      type: "sixteen_hours_in_four_weeks",
      hours: [{ day: "2026-04-13", lessons: [1, 2, 3] }],
    }));
    const request = await askedFor();
    await answerWithSheet(world.reporter, { reference, request, format: "pdf" }, thursday);
    expect(await requestsOf(world.officer)).toMatchObject([{ state: { paper: { name: "verzuimstaat.pdf" } } }]);
  });

  test("that was taken back later leaves that it was answered", async () => {
    const request = await askedFor();
    const sent = await answer(request);
    await removePaper(world.reporter, sent.ok ? sent.value.id : "", thursday);
    expect(await requestsOf(world.officer)).toMatchObject([
      { state: { kind: "answered", paper: { name: null, isOpen: false } } },
    ]);
  });
});
