import { beforeEach, describe, expect, test } from "vitest";
import { prisma } from "@/lib/db/client.server";
import { calendarPeriodInput } from "@/lib/directory/calendar-input";
import { addCalendarPeriod, removeCalendarPeriod, setLessons } from "@/lib/directory/commands/keep-calendar.server";
import { findSchoolCalendar } from "@/lib/directory/queries/school-calendar.server";
import type { SchoolViewer } from "@/lib/identity/viewer";
import { newId } from "@/lib/shared/ids";
import { NotFound } from "@/lib/shared/problem";
import { truncateAll } from "@/tests/support/database";
import { reporterOf } from "@/tests/support/viewers";
import { anAccount, aWorld, thursday, type World } from "@/tests/support/world";

let world: World;
let keeper: SchoolViewer;

beforeEach(async () => {
  await truncateAll();
  world = await aWorld();
  keeper = await keeperOf(world);
});

async function keeperOf({ school }: World): Promise<SchoolViewer> {
  const account = await anAccount(school.id, "school_admin");
  return reporterOf(school.id, { ...account, organisationName: school.name, role: "school_admin" });
}

const period = (given: object = {}) =>
  calendarPeriodInput.parse({
    kind: "free",
    firstDay: "28-4-2026",
    lastDay: "29-4-2026",
    name: "Studiedagen",
    ...given,
  });

const lessons = (locationId: string) => ({
  locationId,
  monday: 7,
  tuesday: 7,
  wednesday: 4,
  thursday: 7,
  friday: 6,
  lessonMinutes: 80,
  over18Days: 14,
});

const codesOf = (result: Awaited<ReturnType<typeof addCalendarPeriod>>) =>
  result.ok ? [] : result.problems.map(({ code, field }) => [code, field]);

describe("is refused, and changes nothing", () => {
  test("a reporter, a reader and an officer find no calendar to keep", async () => {
    const reader = reporterOf(world.school.id, { role: "reader" });
    for (const viewer of [world.reporter, reader, world.officer]) {
      await expect((async () => findSchoolCalendar(viewer, thursday))()).rejects.toThrow(NotFound);
      await expect((async () => addCalendarPeriod(viewer, period(), thursday))()).rejects.toThrow(NotFound);
      await expect((async () => setLessons(viewer, lessons(world.school.location.id), thursday))()).rejects.toThrow(
        NotFound,
      );
    }
    expect(await prisma.calendarPeriod.count()).toBe(0);
  });

  test("the location of another school", async () => {
    const { school } = await aWorld();
    expect(codesOf(await addCalendarPeriod(keeper, period({ locationId: school.location.id }), thursday))).toEqual([
      ["location-unknown", "locationId"],
    ]);
    await expect(setLessons(keeper, lessons(school.location.id), thursday)).rejects.toThrow(NotFound);
  });

  test("a group or a programme in which nobody is", async () => {
    expect(codesOf(await addCalendarPeriod(keeper, period({ group: "9Z" }), thursday))).toEqual([
      ["group-unknown", "group"],
    ]);
    expect(codesOf(await addCalendarPeriod(keeper, period({ programmeCode: "1" }), thursday))).toEqual([
      ["programme-unknown", "programmeCode"],
    ]);
  });

  test("the same period twice, and one of another school is not there to remove", async () => {
    expect((await addCalendarPeriod(keeper, period(), thursday)).ok).toBe(true);
    expect(codesOf(await addCalendarPeriod(keeper, period(), thursday))).toEqual([["calendar-twice", "firstDay"]]);
    const stranger = await keeperOf(await aWorld());
    const { owner, firstDay } = (await findSchoolCalendar(keeper, thursday)).own[0] ?? {
      owner: "",
      firstDay: thursday.today,
    };
    await expect(removeCalendarPeriod(stranger, { owner, firstDay, kind: "free" }, thursday)).rejects.toThrow(NotFound);
    expect(await prisma.calendarPeriod.count()).toBe(1);
  });

  test("holidays of the region are nobody's to remove", async () => {
    const owner = "region:noord";
    const firstDay = new Date("2026-04-25");
    await prisma.calendarPeriod.create({
      data: { owner, firstDay, lastDay: new Date("2026-05-03"), kind: "holiday", holidayRegion: "noord" },
    });
    const removal = { owner, firstDay: period({ firstDay: "25-4-2026" }).firstDay, kind: "holiday" as const };
    await expect(removeCalendarPeriod(keeper, removal, thursday)).rejects.toThrow(NotFound);
    expect(await prisma.calendarPeriod.count()).toBe(1);
  });

  test.each([
    ["a last day before the first", { lastDay: "27-4-2026" }],
    ["a day that does not exist", { lastDay: "31-4-2026" }],
    ["years at once", { lastDay: "1-8-2028" }],
    ["an unknown kind", { kind: "party" }],
  ])("%s", (_, given) => {
    expect(() => period(given)).toThrow();
  });
});

test("a period of a location, a group and a programme is seen with its scope, and can be taken off again", async () => {
  await prisma.enrolment.updateMany({ data: { programmeCode: "25655" } });
  const { id, name } = world.school.location;
  const block = period({ kind: "internship", locationId: id, group: "3B", programmeCode: "25655" });
  expect((await addCalendarPeriod(keeper, block, thursday)).ok).toBe(true);
  const [found] = (await findSchoolCalendar(keeper, thursday)).own;
  expect(found).toMatchObject({ kind: "internship", locationName: name, group: "3B", programmeCode: "25655" });
  if (found === undefined) return;
  await removeCalendarPeriod(keeper, { owner: found.owner, firstDay: found.firstDay, kind: "internship" }, thursday);
  expect((await findSchoolCalendar(keeper, thursday)).own).toEqual([]);
  const acts = await prisma.auditEntry.findMany({ where: { action: { startsWith: "calendar:" } } });
  expect(acts.map(({ action }) => action).sort()).toEqual(["calendar:add", "calendar:remove"]);
});

test("the lessons of a location are kept, and stand on the next form", async () => {
  const { id } = world.school.location;
  expect((await setLessons(keeper, lessons(id), thursday)).ok).toBe(true);
  const { locations } = await findSchoolCalendar(keeper, thursday);
  expect(locations).toMatchObject([{ id, lessonsByWeekday: [7, 7, 4, 7, 6], lessonMinutes: 80, over18Days: 14 }]);
  await expect(setLessons(keeper, lessons(newId()), thursday)).rejects.toThrow(NotFound);
});
