import { beforeEach, describe, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { addFreeDay, keepTerm, removeFreeDay, removeTerm } from "@/lib/reports/commands/keep-terms.server";
import { findOfficeTerms } from "@/lib/reports/queries/terms.server";
import { findReport } from "@/lib/reports/queries.server";
import { calendarDate, dayOf } from "@/lib/shared/calendar-date";
import { NotAllowed, NotFound } from "@/lib/shared/problem";
import { nextOf } from "@/lib/timeline/next";
import { officerOf } from "@/tests/support/viewers";
import { aFiledReport, aWorld, thursday, type World } from "@/tests/support/world";

const day = (text: string) => calendarDate.parse(text);
let world: World;
const lead = () => officerOf(world.office.id, { role: "team_lead" });
const from = day("2026-04-23");

beforeEach(async () => {
  world = await aWorld();
});

const dueDays = async (reference: string) => {
  const { dueAt, closeDueAt } = await prisma.report.findUniqueOrThrow({ where: { reference } });
  return [dayOf(dueAt), closeDueAt === null ? null : dayOf(closeDueAt)];
};

describe("refusals", () => {
  test("an officer changes no term and no free day, and sees none of the page", async () => {
    await expect(keepTerm(world.officer, { from, firstReactionDays: 3 }, thursday)).rejects.toBeInstanceOf(NotAllowed);
    await expect(
      addFreeDay(world.officer, { day: day("2026-05-15"), name: "Brugdag" }, thursday),
    ).rejects.toBeInstanceOf(NotAllowed);
    await expect(findOfficeTerms(world.officer, thursday)).rejects.toBeInstanceOf(NotAllowed);
    expect(await prisma.officeTerm.count({ where: { officeId: world.office.id } })).toBe(0);
  });

  test("no term begins in the past, nor for a municipality of another office", async () => {
    const elsewhere = await aWorld();
    expect(await keepTerm(lead(), { from: day("2026-04-22"), firstReactionDays: 3 }, thursday)).toMatchObject({
      problems: [{ code: "day-past", field: "from" }],
    });
    expect(
      await keepTerm(lead(), { from, firstReactionDays: 3, municipalityCode: elsewhere.municipality }, thursday),
    ).toMatchObject({ problems: [{ code: "municipality-unknown" }] });
  });

  test("what has begun is not taken away, nor what is another office's", async () => {
    await keepTerm(lead(), { from, firstReactionDays: 3 }, thursday);
    await keepTerm(lead(), { from: day("2026-06-01"), firstReactionDays: 2 }, thursday);
    const terms = await prisma.officeTerm.findMany({
      where: { officeId: world.office.id },
      orderBy: { validFrom: "asc" },
    });
    const stranger = officerOf((await aWorld()).office.id, { role: "team_lead" });
    await expect(removeTerm(lead(), { id: terms[0]?.id ?? "" }, thursday)).rejects.toBeInstanceOf(NotFound);
    await expect(removeTerm(stranger, { id: terms[1]?.id ?? "" }, thursday)).rejects.toBeInstanceOf(NotFound);
    expect((await removeTerm(lead(), { id: terms[1]?.id ?? "" }, thursday)).ok).toBe(true);
  });

  test.each([
    ["2026-04-23", "day-not-ahead"],
    ["2026-05-09", "day-free-already"],
    ["2026-04-27", "day-free-already"],
  ])("%s is no free day that an office can add: %s", async (text, code) => {
    expect(await addFreeDay(lead(), { day: day(text), name: "Dicht" }, thursday)).toMatchObject({
      problems: [{ code }],
    });
  });
});

describe("what an office promises", () => {
  test("is told and kept for a report that comes in: its own term, and the day on which it is done", async () => {
    await keepTerm(lead(), { from, firstReactionDays: 3, closingDays: 10 }, thursday);
    const { reference, dueAt } = await aFiledReport(world);
    expect(dayOf(dueAt)).toBe("2026-04-29");
    expect(await dueDays(reference)).toEqual(["2026-04-29", "2026-05-11"]);
  });

  test("is the narrowest that fits: the municipality's before that of the type", async () => {
    const { municipality } = world;
    await keepTerm(lead(), { from, firstReactionDays: 9 }, thursday);
    await keepTerm(lead(), { from, firstReactionDays: 1, municipalityCode: municipality }, thursday);
    await keepTerm(lead(), { from, firstReactionDays: 2, type: "sixteen_hours_in_four_weeks" }, thursday);
    expect(await dueDays((await aFiledReport(world)).reference)).toEqual(["2026-04-24", null]);
  });

  test("skips the days on which it is closed, and says the same working day to the school", async () => {
    await addFreeDay(lead(), { day: day("2026-04-28"), name: "Studiedag" }, thursday);
    const later = { at: new Date("2026-04-23T09:00:00Z"), today: thursday.today };
    const { reference } = await aFiledReport(world, {}, later);
    expect(await dueDays(reference)).toEqual(["2026-05-04", null]);
    const report = await findReport(world.reporter, later, reference);
    expect(nextOf(report, { at: new Date("2026-04-29T09:00:00Z"), today: day("2026-04-29") })).toMatchObject({
      promise: { used: 2, term: 5, lastDay: "2026-05-04" },
    });
  });

  test("is not broken, nor moved, by a term or a free day that came later", async () => {
    const { reference } = await aFiledReport(world);
    const afterwards = { at: new Date("2026-04-23T12:00:00Z"), today: thursday.today };
    await keepTerm(lead(), { from, firstReactionDays: 30 }, afterwards);
    await addFreeDay(lead(), { day: day("2026-04-28"), name: "Studiedag" }, afterwards);
    expect(await dueDays(reference)).toEqual(["2026-05-01", null]);
    const report = await findReport(world.reporter, afterwards, reference);
    expect(nextOf(report, { at: new Date("2026-04-29T09:00:00Z"), today: day("2026-04-29") })).toMatchObject({
      promise: { used: 3, term: 5, lastDay: "2026-05-01" },
    });
  });

  test("stays as it was when a free day is taken away on which it counted", async () => {
    await addFreeDay(lead(), { day: day("2026-04-28"), name: "Studiedag" }, thursday);
    const filed = { at: new Date("2026-04-23T09:00:00Z"), today: thursday.today };
    const { reference } = await aFiledReport(world, {}, filed);
    const { freeDays } = await findOfficeTerms(lead(), filed);
    await removeFreeDay(
      lead(),
      { id: freeDays[0]?.id ?? "" },
      { at: new Date("2026-04-24T09:00:00Z"), today: day("2026-04-24") },
    );
    const report = await findReport(world.reporter, filed, reference);
    expect(nextOf(report, { at: new Date("2026-05-04T09:00:00Z"), today: day("2026-05-04") })).toMatchObject({
      promise: { used: 5, term: 5, lastDay: "2026-05-04" },
    });
    expect((await findOfficeTerms(lead(), filed)).freeDays).toEqual([]);
  });
});
