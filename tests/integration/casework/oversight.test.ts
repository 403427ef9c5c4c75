import { beforeEach, describe, expect, test } from "vitest";
import { closeReport } from "@/lib/casework/commands/close-report.server";
import { reopenReport } from "@/lib/casework/commands/reopen-report.server";
import { takeUp } from "@/lib/casework/commands/take-up.server";
import { keepReactionFigures } from "@/lib/casework/keep-reaction-figures.server";
import type { Behind } from "@/lib/casework/oversight";
import { findOversight, listBehind } from "@/lib/casework/queries/oversight.server";
import { prisma } from "@/lib/db/client.server";
import { findReport } from "@/lib/reports/queries.server";
import { type Now, nowAt } from "@/lib/shared/clock";
import { newId } from "@/lib/shared/ids";
import { NotAllowed } from "@/lib/shared/problem";
import { officerOf } from "@/tests/support/viewers";
import { aFiledReport, aWorld, thursday, type World } from "@/tests/support/world";

const on = (text: string): Now => nowAt(new Date(`${text}T08:00:00Z`));
let world: World;
const lead = () => officerOf(world.office.id, { role: "team_lead" });

beforeEach(async () => {
  world = await aWorld();
});

describe("refusals", () => {
  test.each(["officer", "office_clerk", "office_admin"] as const)("an %s does not oversee the office", async (role) => {
    const viewer = officerOf(world.office.id, { role });
    await expect(findOversight(viewer, thursday, 10)).rejects.toBeInstanceOf(NotAllowed);
    await expect(listBehind(viewer, thursday, { what: "unopened" })).rejects.toBeInstanceOf(NotAllowed);
  });

  test("nothing of another office is counted, and of a protected student nothing for who is not named", async () => {
    const { reference } = await aFiledReport(world);
    const stranger = officerOf((await aWorld()).office.id, { role: "team_lead" });
    expect(await findOversight(stranger, thursday, 10)).toMatchObject({ open: 0, unopened: 0, officers: [] });
    await prisma.report.update({ where: { reference }, data: { isProtected: true } });
    expect((await findOversight(lead(), thursday, 10)).open).toBe(0);
    const named = officerOf(world.office.id, { role: "team_lead", protectedCases: true });
    expect((await findOversight(named, thursday, 10)).open).toBe(1);
  });
});

test("each number is as large as the list of cases to which it leads", async () => {
  const old = on("2026-04-23");
  await aFiledReport(world, {}, old);
  const taken = await aFiledReport(world, { separate: true }, on("2026-05-18"));
  await takeUp(world.officer, { reference: taken.reference }, on("2026-05-19"));
  const closed = await aFiledReport(world, { separate: true }, on("2026-05-04"));
  await closeReport(
    world.officer,
    { reference: closed.reference, closeReason: "back_to_school", closeNote: "student_seen" },
    on("2026-05-06"),
  );
  const now = on("2026-05-20");
  const view = await findOversight(lead(), now, 10);
  expect(view).toMatchObject({ open: 2, unopened: 1, idle: 1, over: 1, ages: { week: 1, month: 1 } });
  expect(view.outcomes).toEqual([{ closeReason: "back_to_school", count: 1 }]);
  expect(view.weeks.map(({ filed }) => filed).slice(-5)).toEqual([1, 0, 1, 0, 1]);
  expect(view.weeks.reduce((sum, week) => sum + week.closed, 0)).toBe(1);
  const numbers: readonly (readonly [Behind, number])[] = [
    [{ what: "age", age: "week" }, view.ages.week],
    [{ what: "age", age: "month" }, view.ages.month],
    [{ what: "unopened" }, view.unopened],
    [{ what: "idle", days: 10 }, view.idle],
    [{ what: "outcome", closeReason: "back_to_school" }, 1],
    ...view.officers.map(({ officerId, open }) => [{ what: "officer", officerId }, open] as const),
  ];
  for (const [behind, expected] of numbers) {
    const list = await listBehind(lead(), now, behind);
    expect.soft(list.count, JSON.stringify(behind)).toBe(expected);
    expect.soft(list.rows, JSON.stringify(behind)).toHaveLength(expected);
  }
});

test("what is read stands on the access log, with its number", async () => {
  await aFiledReport(world);
  const viewer = lead();
  await listBehind(viewer, thursday, { what: "unopened" });
  const entry = await prisma.auditEntry.findFirst({ where: { actorId: viewer.accountId, action: "inbox:list" } });
  expect(entry).toMatchObject({ objectCount: 1 });
});

describe("how fast an office reacted", () => {
  const months = async (now: Now) => (await findOversight(lead(), now, 10)).months;

  beforeEach(async () => {
    await prisma.reactionFigure.deleteMany();
  });

  test("is kept when the month is over, and not before", async () => {
    const { reference } = await aFiledReport(world);
    await takeUp(world.officer, { reference }, on("2026-04-28"));
    await keepReactionFigures(on("2026-04-30"));
    expect(await months(on("2026-04-30"))).toEqual([]);
    await keepReactionFigures(on("2026-05-01"));
    expect(await months(on("2026-05-01"))).toMatchObject([
      { startsOn: "2026-04-01", count: 1, inTimeCount: 1, medianDays: 2, p90Days: 2 },
    ]);
  });

  test("counts the days on which this office works", async () => {
    const { reference } = await aFiledReport(world);
    const day = { day: new Date("2026-04-24"), name: "Verhuizing", addedAt: new Date("2026-01-05T08:00:00Z") };
    await prisma.officeFreeDay.create({ data: { officeId: world.office.id, ...day } });
    await takeUp(world.officer, { reference }, on("2026-04-28"));
    await keepReactionFigures(on("2026-05-01"));
    expect(await months(on("2026-05-01"))).toMatchObject([{ startsOn: "2026-04-01", medianDays: 1 }]);
  });

  test("does not change afterwards, whatever is opened again", async () => {
    const { reference } = await aFiledReport(world);
    const closing = { reference, closeReason: "back_to_school", closeNote: "student_seen" } as const;
    await closeReport(world.officer, closing, on("2026-04-28"));
    await keepReactionFigures(on("2026-05-01"));
    const before = await months(on("2026-05-01"));
    await reopenReport(world.officer, { reference, reason: "Weer weg" }, on("2026-05-04"));
    expect(await keepReactionFigures(on("2026-05-05"))).toBe(0);
    expect(await months(on("2026-05-05"))).toEqual(before);
  });
});

describe("what a school reads of how fast an office usually is", () => {
  const usual = async (reference: string, viewer: Parameters<typeof findReport>[0]) =>
    (await findReport(viewer, on("2026-07-02"), reference)).clock.usualDays;
  const keep = (count: number) =>
    prisma.reactionFigure.create({
      data: {
        officeId: world.office.id,
        kind: "quarter",
        startsOn: new Date("2026-04-01T00:00:00Z"),
        count,
        inTimeCount: count,
        medianDays: 3,
        p90Days: 8,
        keptAt: thursday.at,
      },
    });

  test("is the middle of the last quarter, and nothing where there were too few", async () => {
    const { reference } = await aFiledReport(world);
    expect(await usual(reference, world.reporter)).toBeNull();
    await keep(9);
    expect(await usual(reference, world.reporter)).toBeNull();
    await prisma.reactionFigure.deleteMany();
    await keep(10);
    expect(await usual(reference, world.reporter)).toBe(3);
  });

  test("is not told of a protected student, for it would tell which office it is", async () => {
    const { reference } = await aFiledReport(world);
    await keep(40);
    await prisma.report.update({ where: { reference }, data: { isProtected: true } });
    expect(await usual(reference, world.reporter)).toBeNull();
  });
});

test("all cases behind a number can be reached, each once, the oldest first", async () => {
  const filed = await aFiledReport(world);
  const { studentId, ...row } = await prisma.report.findUniqueOrThrow({ where: { id: filed.id } });
  const total = 101;
  for (let made = 1; made < total; made += 1) {
    const filedAt = new Date(row.filedAt.getTime() - made * 1_000);
    await prisma.report.create({
      data: { ...row, studentId, filedAt, id: newId(), submissionId: newId(), reference: `V-2026-PAGE${made}` },
    });
  }
  const first = await listBehind(lead(), thursday, { what: "unopened" });
  const second = await listBehind(lead(), thursday, { what: "unopened" }, first.nextCursor ?? "");
  expect([first.count, first.rows.length, second.rows.length, second.nextCursor]).toEqual([total, 100, 1, null]);
  expect(first.rows[0]?.reference).toBe("V-2026-PAGE100");
  expect(second.rows[0]?.reference).toBe(filed.reference);
});
