import { beforeEach, expect, test } from "vitest";
import { closeReport } from "@/lib/casework/commands/close-report.server";
import { pauseClock } from "@/lib/casework/commands/keep-clock.server";
import { tellPassedTerms } from "@/lib/casework/tell-passed-terms.server";
import { prisma } from "@/lib/db/client.server";
import { tellOfEvent } from "@/lib/notifications/tell.server";
import { calendarDate, endOfDay } from "@/lib/shared/calendar-date";
import { type Now, nowAt } from "@/lib/shared/clock";
import { aFiledReport, aWorld, thursday, type World } from "@/tests/support/world";

const at = (text: string): Now => nowAt(new Date(text));
const on = (text: string) => at(`${text}T08:00:00Z`);
let world: World;
let reference: string;
let reportId: string;

beforeEach(async () => {
  world = await aWorld();
  // Promised for Friday 1 May.
  reference = (await aFiledReport(world)).reference;
  reportId = (await prisma.report.findUniqueOrThrow({ where: { reference } })).id;
});

const passed = () => prisma.event.findMany({ where: { reportId, kind: "term_passed" }, orderBy: { id: "asc" } });

test.each([
  ["on the promised day itself", on("2026-05-01")],
  ["in the weekend after it", on("2026-05-02")],
  ["in the night before the first working day", at("2026-05-04T03:00:00Z")],
  ["when it is long ago", on("2026-05-13")],
])("nobody is told %s", async (_when, now) => {
  await tellPassedTerms(now);
  expect(await passed()).toEqual([]);
});

test("nobody is told of a report whose clock stands still", async () => {
  await pauseClock(world.officer, { reference, waitsFor: "school" }, thursday);
  await tellPassedTerms(on("2026-05-04"));
  expect(await passed()).toEqual([]);
});

test("nobody is told of a report that was closed", async () => {
  await closeReport(world.officer, { reference, closeReason: "back_to_school", closeNote: "student_seen" }, thursday);
  await tellPassedTerms(on("2026-05-04"));
  expect(await passed()).toEqual([]);
});

test("a day for closing that passes is not told as a reaction that did not come", async () => {
  const closeDueAt = endOfDay(calendarDate.parse("2026-05-12"));
  await prisma.report.update({ where: { reference }, data: { firstReactionAt: thursday.at, closeDueAt } });
  await tellPassedTerms(on("2026-05-13"));
  expect(await passed()).toEqual([]);
});

test("the school is told on the first working morning, once, whoever looks and however often", async () => {
  await Promise.all([tellPassedTerms(on("2026-05-04")), tellPassedTerms(on("2026-05-04"))]);
  await tellPassedTerms(on("2026-05-06"));
  expect(await passed()).toMatchObject([{ data: { due: "2026-05-01" }, actorSide: "system" }]);
});

test("a later promise that passes is told of as well", async () => {
  await tellPassedTerms(on("2026-05-04"));
  const nextDueAt = endOfDay(calendarDate.parse("2026-05-12"));
  await prisma.report.update({ where: { reference }, data: { firstReactionAt: on("2026-05-04").at, nextDueAt } });
  await tellPassedTerms(on("2026-05-13"));
  expect((await passed()).map(({ data }) => data)).toEqual([{ due: "2026-05-01" }, { due: "2026-05-12" }]);
});

test("the letter says that the promised day is over and what the school can do, to the school alone", async () => {
  await tellPassedTerms(on("2026-05-04"));
  const [event] = await passed();
  const stationery = { origin: "https://loket.example", mailFrom: "loket@loket.example", takesAnswers: false };
  await tellOfEvent({ eventId: event?.id ?? "", reportId }, stationery, on("2026-05-04"));
  const letters = await prisma.letter.findMany({ where: { eventId: event?.id ?? "" } });
  expect(letters.length).toBeGreaterThan(0);
  const { email } = await prisma.account.findUniqueOrThrow({ where: { id: world.officer.accountId } });
  for (const letter of letters) {
    expect(letter.toAddress).not.toBe(email);
    expect(letter.subject).toBe(`Melding ${reference}: de beloofde reactie is er nog niet`);
    expect(letter.text).toContain("Laat het kantoor bij de melding weten dat u nog wacht.");
  }
});
