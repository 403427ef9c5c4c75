import { beforeAll, describe, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { type CalendarDate, startOfDay } from "@/lib/shared/calendar-date";
import { nowAt } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { sayQuiet } from "@/lib/statistics/commands/say-quiet.server";
import { keepFigures } from "@/lib/statistics/keep-figures.server";
import { listOwnSilence, listSilent } from "@/lib/statistics/queries/silent.server";
import { deskPerson, officerOf, reporterOf } from "@/tests/support/viewers";
import { aFiledReport, aWorld, type World } from "@/tests/support/world";

const now = nowAt(new Date(startOfDay("2026-05-20" as CalendarDate).getTime() + 10 * 3_600_000));
const april = { month: "2026-04", region: 12, sector: null, by: "location" } as const;
let reporting: World;
let silent: World;
let closed: World;

beforeAll(async () => {
  await prisma.region.create({ data: { number: 12, name: "Twente" } });
  [reporting, silent, closed] = [await aWorld(), await aWorld(), await aWorld()];
  await aFiledReport(reporting);
  const [firstDay, lastDay] = [new Date("2026-03-25"), new Date("2026-05-01")];
  await prisma.calendarPeriod.create({
    data: { owner: `school:${closed.brin}:::`, brin: closed.brin, kind: "block", firstDay, lastDay },
  });
  await keepFigures(now);
});

const states = async () => {
  const { rows, counts } = await listSilent(deskPerson("administrator"), april, now);
  return { states: Object.fromEntries(rows.map(({ brin, state }) => [brin, state])), counts };
};

describe("refusals", () => {
  test("a school reads of no other school that it did not report", async () => {
    await expect(listSilent(reporting.reporter, april, now)).rejects.toThrow(NotFound);
    await expect(listOwnSilence(silent.officer, now)).rejects.toThrow(NotFound);
  });

  test("nobody says for another school or location that there was nothing", async () => {
    const input = { locationId: silent.school.location.id, month: "2026-04" };
    const elsewhere = reporterOf(silent.school.id, { locationIds: [reporting.school.location.id] });
    for (const viewer of [
      reporting.reporter,
      silent.officer,
      elsewhere,
      reporterOf(silent.school.id, { role: "reader" }),
    ]) {
      await expect(sayQuiet(viewer, input, now)).rejects.toThrow(NotFound);
    }
    expect(await prisma.quietMonth.count()).toBe(0);
  });

  test("of a month that is not over nobody can say so yet", async () => {
    const input = { locationId: silent.school.location.id, month: "2026-05" };
    expect(await sayQuiet(silent.reporter, input, now)).toMatchObject({
      ok: false,
      problems: [{ code: "month-not-over" }],
    });
  });
});

test("who reported is not listed, and a month without lessons is no silence", async () => {
  const found = await states();
  expect(found.states).toEqual({ [silent.brin]: "silent", [closed.brin]: "closed" });
  expect(found.counts).toEqual({ all: 3, silent: 1, quiet: 0, closed: 1 });
});

test("a school that says that there was nothing to report is not asked after, and says it once", async () => {
  const input = { locationId: silent.school.location.id, month: "2026-04" };
  await sayQuiet(silent.reporter, input, now);
  await sayQuiet(silent.reporter, input, now);
  expect((await states()).states[silent.brin]).toBe("quiet");
  const [month] = await listOwnSilence(silent.reporter, now);
  expect(month).toMatchObject({ month: "2026-04", rows: [{ state: "quiet" }] });
});

test("an officer sees the schools of a region, and the region he asks for only", async () => {
  const officer = officerOf(reporting.office.id);
  expect((await listSilent(officer, april, now)).counts.all).toBe(3);
  expect((await listSilent(officer, { ...april, region: 13 }, now)).counts.all).toBe(0);
  const { groups } = await listSilent(officer, { ...april, by: "school" }, now);
  expect(groups?.map(({ code }) => code).sort()).toEqual([silent.brin, closed.brin].sort());
});
