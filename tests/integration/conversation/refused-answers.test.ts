import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { scanWaiting } from "@/lib/attachments/scan-waiting.server";
import { closeReport } from "@/lib/casework/commands/close-report.server";
import { answerWithPaper } from "@/lib/conversation/commands/answer-with-paper.server";
import { askSchool } from "@/lib/conversation/commands/ask-school.server";
import { findConversation } from "@/lib/conversation/queries.server";
import { reopenQuestions } from "@/lib/conversation/reopen-question.server";
import { prisma } from "@/lib/db/client.server";
import { addWorkingDays } from "@/lib/shared/working-days";
import { freePort, hasClamd, openClamd } from "@/tests/support/clamd";
import { eicar, inChunks } from "@/tests/support/papers";
import { aFiledReport, aWorld, thursday, type World } from "@/tests/support/world";

const port = await freePort();
process.env["CLAMD_URL"] = `tcp://127.0.0.1:${port}`;

const dueOn = addWorkingDays(thursday.today, 5);

let world: World;
let reference: string;
let reportId: string;
let request: string;
let daemon: Awaited<ReturnType<typeof openClamd>> | undefined;

beforeEach(async () => {
  world = await aWorld();
  ({ reference, id: reportId } = await aFiledReport(world));
  await askSchool(world.officer, { reference, kind: "absence_sheet", words: undefined, dueOn }, thursday);
  ({ id: request } = await prisma.request.findFirstOrThrow({ where: { reportId } }));
});

afterEach(async () => {
  await daemon?.close();
  daemon = undefined;
});

async function answer(words: string) {
  const bytes = inChunks(Buffer.from(words));
  const file = { name: "staat.txt", bytes };
  await answerWithPaper(world.reporter, { reference, request, kind: "absence_sheet", file }, thursday);
}

async function scannerComesBack() {
  daemon = await openClamd(port);
  await scanWaiting(thursday, reopenQuestions);
}

const stateFor = async (viewer: World["reporter"] | World["officer"]) =>
  (await findConversation(viewer, thursday, reportId)).requests.map(({ state }) => state.kind);
const isPaused = async () => (await prisma.report.findUniqueOrThrow({ where: { id: reportId } })).pausedAt !== null;
const openPauses = () => prisma.clockPause.count({ where: { reportId, questionId: request, endedAt: null } });
const kindsTold = async () =>
  (await prisma.event.findMany({ where: { reportId }, orderBy: { id: "asc" } })).map(({ kind }) => kind);

describe.runIf(hasClamd())("an answer by a paper that waited for the scanner", () => {
  test("and is refused leaves the question open again, the clock still, and tells both sides", async () => {
    await answer(eicar);
    expect([await stateFor(world.officer), await isPaused()]).toEqual([["answered"], false]);
    await scannerComesBack();
    expect(await stateFor(world.reporter)).toEqual(["waiting"]);
    expect(await stateFor(world.officer)).toEqual(["waiting"]);
    expect([await isPaused(), await openPauses()]).toEqual([true, 1]);
    expect((await kindsTold()).slice(-2)).toEqual(["attachment_refused", "ask_reopened"]);
  }, 60_000);

  test("and is refused can be followed by a better one, which lets the clock go on", async () => {
    await answer(eicar);
    await scannerComesBack();
    await answer(`Alle uren van april. ${randomUUID()}`);
    expect([await stateFor(world.officer), await isPaused(), await openPauses()]).toEqual([["answered"], false, 0]);
  }, 60_000);

  test("and is clean stays an answer", async () => {
    await answer("Alle uren van april.");
    await scannerComesBack();
    expect([await stateFor(world.officer), await isPaused()]).toEqual([["answered"], false]);
  }, 60_000);

  test("asks nothing any more of a report that was closed meanwhile", async () => {
    await answer(eicar);
    const closed = await closeReport(
      world.officer,
      { reference, closeReason: "back_to_school", closeNote: "student_seen" },
      thursday,
    );
    expect(closed).toMatchObject({ ok: true });
    await scannerComesBack();
    expect(await isPaused()).toBe(false);
    expect(await kindsTold()).not.toContain("ask_reopened");
  }, 60_000);
});
