import { beforeEach, describe, expect, test } from "vitest";
import { closeReport } from "@/lib/casework/commands/close-report.server";
import { reopenReport } from "@/lib/casework/commands/reopen-report.server";
import { askSchool } from "@/lib/conversation/commands/ask-school.server";
import { keepDraft } from "@/lib/conversation/commands/keep-draft.server";
import { answerRequest, dropRequest } from "@/lib/conversation/commands/settle-request.server";
import { askInput } from "@/lib/conversation/inputs";
import { findConversation, listAsked } from "@/lib/conversation/queries.server";
import { prisma } from "@/lib/db/client.server";
import { withdrawReport } from "@/lib/reports/commands/withdraw-report.server";
import { findReport } from "@/lib/reports/queries.server";
import { calendarDate, dayOf } from "@/lib/shared/calendar-date";
import { type Now, nowAt } from "@/lib/shared/clock";
import { parseInput } from "@/lib/shared/parse-input";
import { NotAllowed } from "@/lib/shared/problem";
import { aFiledReport, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let reference: string;
let reportId: string;

const later = (days: number): Now => nowAt(new Date(thursday.at.getTime() + days * 86_400_000));
const day = (text: string) => calendarDate.parse(text);
const sheet = () => ({ reference, kind: "absence_sheet", words: undefined, dueOn: day("2026-05-01") }) as const;

beforeEach(async () => {
  world = await aWorld();
  reference = (await aFiledReport(world)).reference;
  reportId = (await prisma.report.findUniqueOrThrow({ where: { reference } })).id;
});

async function asked(): Promise<string> {
  await askSchool(world.officer, sheet(), thursday);
  return (await prisma.request.findFirstOrThrow({ where: { reportId } })).id;
}

describe("refusals", () => {
  test("nothing is asked of a report that is over, for a day that has been, or for half a year", async () => {
    const code = async (given: Partial<ReturnType<typeof sheet>> | { dueOn: ReturnType<typeof day> }) => {
      const outcome = await askSchool(world.officer, { ...sheet(), ...given }, thursday);
      return outcome.ok ? null : outcome.problems[0]?.code;
    };
    expect(await code({ dueOn: day("2026-04-22") })).toBe("day-past");
    expect(await code({ dueOn: day("2026-10-22") })).toBe("term-too-long");
    await closeReport(world.officer, { reference, closeReason: "back_to_school", closeNote: "student_seen" }, thursday);
    expect(await code({})).toBe("move-not-possible");
  });

  test("a question in free words has words, and a kind that nobody knows is no question", () => {
    const codes = (given: Record<string, string>) => {
      const parsed = parseInput(askInput, { reference, dueOn: "2026-05-01", ...given });
      return parsed.ok ? [] : parsed.problems.map((problem) => `${problem.field}: ${problem.code}`);
    };
    expect(codes({ kind: "free" })).toEqual(["words: text-missing"]);
    expect(codes({ kind: "blood_type" })).toEqual(["kind: choice-unknown"]);
    expect(codes({ kind: "free", words: "Hoe laat komt de bus?" })).toEqual([]);
  });

  test("nothing is answered any more at a report that was withdrawn", async () => {
    const request = await asked();
    await withdrawReport(world.reporter, { reference, reason: "Was wel op school." }, thursday);
    const answer = await answerRequest(world.reporter, { reference, request, words: "x" }, thursday);
    expect(answer).toEqual({ ok: false, problems: [{ code: "conversation-over" }] });
    expect(await prisma.request.count({ where: { reportId, answeredAt: null } })).toBe(1);
  });

  test("a question of a report that is closed waits for nobody, and takes no answer, until it is opened again", async () => {
    const request = await asked();
    const close = { closeReason: "back_to_school", closeNote: "student_seen" } as const;
    await closeReport(world.officer, { reference, ...close }, thursday);
    const states = async () =>
      Promise.all(
        [world.reporter, world.officer].map(async (viewer) => {
          const { requests, allows } = await findConversation(viewer, thursday, reportId);
          return [requests[0]?.state.kind, allows.answer];
        }),
      );
    expect(await states()).toEqual([
      ["lapsed", false],
      ["lapsed", false],
    ]);
    expect(await answerRequest(world.reporter, { reference, request, words: "x" }, thursday)).toMatchObject({
      problems: [{ code: "request-over" }],
    });
    expect(await prisma.event.count({ where: { reportId, kind: "answered" } })).toBe(0);
    await reopenReport(world.officer, { reference, reason: "Verzuimt weer." }, thursday);
    expect((await states())[0]).toEqual(["waiting", true]);
  });

  test("what was typed as an answer before the report was closed stands where a message is written", async () => {
    const request = await asked();
    await keepDraft(world.reporter, { reference, about: request, words: "Hij was zie" }, thursday);
    const close = { closeReason: "back_to_school", closeNote: "student_seen" } as const;
    await closeReport(world.officer, { reference, ...close }, thursday);
    expect((await findConversation(world.reporter, thursday, reportId)).drafts).toMatchObject({
      message: "Hij was zie",
    });
    await keepDraft(world.reporter, { reference, about: "message", words: "Dag." }, thursday);
    expect((await findConversation(world.reporter, thursday, reportId)).drafts).toMatchObject({ message: "Dag." });
  });

  test("of two who answer at the same moment one answers, and the other is told", async () => {
    const request = await asked();
    const answers = await Promise.all(
      ["Eerste.", "Tweede."].map((words) => answerRequest(world.reporter, { reference, request, words }, thursday)),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, problems: [{ code: "request-over" }] });
    expect(await prisma.event.count({ where: { reportId, kind: "answered" } })).toBe(1);
  });

  test("an answered question is not withdrawn, and the office does not answer for the school", async () => {
    const request = await asked();
    const answering = answerRequest(world.officer, { reference, request, words: "x" }, thursday);
    await expect(answering).rejects.toBeInstanceOf(NotAllowed);
    await answerRequest(world.reporter, { reference, request, words: "Drie dagen." }, thursday);
    expect(await dropRequest(world.officer, { reference, request }, thursday)).toMatchObject({
      problems: [{ code: "request-over" }],
    });
  });
});

test("the school finds what is asked of it, answers in place, and the office reads the answer", async () => {
  const request = await asked();
  expect(await listAsked(world.reporter, thursday)).toMatchObject([
    { id: request, reference, kind: "absence_sheet", office: world.office.name, dueOn: "2026-05-01", isLate: false },
  ]);
  await answerRequest(world.reporter, { reference, request, words: "Maandag alle uren." }, later(1));
  expect(await listAsked(world.reporter, later(1))).toEqual([]);
  const { requests } = await findConversation(world.officer, later(2), reportId);
  expect(requests).toMatchObject([
    { state: { kind: "answered", words: "Maandag alle uren.", by: world.reporter.name } },
  ]);
  const { timeline } = await findReport(world.officer, later(2), reference);
  expect(timeline.slice(-2).map(({ event }) => event.kind)).toEqual(["asked", "answered"]);
  const stored = await prisma.request.findUniqueOrThrow({ where: { id: request } });
  expect(JSON.stringify(stored)).not.toContain("Maandag");
});

test("from asked and answered it can be told how long the office waited", async () => {
  const request = await asked();
  await answerRequest(world.reporter, { reference, request, words: "Ja." }, later(2));
  expect(await prisma.request.findUniqueOrThrow({ where: { id: request } })).toMatchObject({
    askedAt: thursday.at,
    answeredAt: later(2).at,
    droppedAt: null,
  });
});

test("a question that is late says so, and one that was withdrawn is asked no more", async () => {
  const request = await asked();
  expect((await listAsked(world.reporter, later(20)))[0]?.isLate).toBe(true);
  await dropRequest(world.officer, { reference, request }, later(20));
  expect(await listAsked(world.reporter, later(20))).toEqual([]);
});

test("another school is asked nothing", async () => {
  await asked();
  expect(await listAsked((await aWorld()).reporter, thursday)).toEqual([]);
});

test("while the school owes an answer the office's clock stands still, and it goes on with the days that were left", async () => {
  const stored = () => prisma.report.findUniqueOrThrow({ where: { id: reportId } });
  const request = await asked();
  expect((await stored()).pausedAt).toEqual(thursday.at);
  await answerRequest(world.reporter, { reference, request, words: "Drie dagen." }, later(6));
  expect((await stored()).pausedAt).toBeNull();
  // Promised for Friday 1 May; 24, 28 and 29 April did not count.
  expect(dayOf((await stored()).dueAt)).toBe("2026-05-07");
});
