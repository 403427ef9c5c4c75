import fc from "fast-check";
import { expect, test } from "vitest";
import { ages, type Behind, behindPath, filedBetween, idleChoices, readBehind } from "@/lib/casework/oversight";
import { closedPeriods, type ReactionDays, reactionFigures } from "@/lib/casework/reaction-figures";
import { closeReasonCodes } from "@/lib/reports/codes";
import { addDays, calendarDate, startOfDay } from "@/lib/shared/calendar-date";

const day = (text: string) => calendarDate.parse(text);
const today = day("2026-11-10");

test("the address of each number leads back to the same cases, and any other address to none", () => {
  const all: readonly Behind[] = [
    ...ages.map(({ code }) => ({ what: "age", age: code }) as const),
    { what: "unopened" },
    ...idleChoices.map((days) => ({ what: "idle", days }) as const),
    { what: "officer", officerId: null },
    { what: "officer", officerId: "0198a1b2-0000-7000-8000-000000000001" },
    ...closeReasonCodes.map((closeReason) => ({ what: "outcome", closeReason }) as const),
  ];
  for (const behind of all) {
    const { search } = new URL(behindPath(behind), "https://loket.example");
    expect(readBehind(Object.fromEntries(new URLSearchParams(search)))).toEqual(behind);
  }
  for (const wrong of [
    {},
    { wat: "alles" },
    { wat: "age", leeftijd: "oud" },
    { wat: "officer", bij: "jan" },
    { wat: "idle", dagen: "7" },
  ]) {
    expect(readBehind(wrong)).toBeNull();
  }
});

test("every open report has one age, whenever it was filed", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 86_399 }), (back, second) => {
      const filedAt = new Date(startOfDay(addDays(today, -back)).getTime() + second * 1000);
      const fitting = ages.filter(({ code }) => {
        const { from, before } = filedBetween(code, today);
        return (from === null || filedAt >= from) && filedAt < before;
      });
      expect(fitting).toHaveLength(1);
    }),
  );
});

const waits = (...days: readonly (readonly [filedOn: string, reactedOn: string, count?: number])[]): ReactionDays[] =>
  days.map(([filedOn, reactedOn, count = 1]) => ({
    filedOn: day(filedOn),
    reactedOn: day(reactedOn),
    count,
    inTime: count,
  }));

test("reactions are counted in working days, with the middle one and what nine in ten did not pass", () => {
  expect(reactionFigures([])).toBeNull();
  // Monday to Tuesday, to Wednesday, and over a weekend with Christmas in it.
  const rows = waits(["2026-11-09", "2026-11-10", 5], ["2026-11-09", "2026-11-11", 4], ["2026-12-24", "2026-12-29"]);
  expect(reactionFigures(rows)).toEqual({ count: 10, inTimeCount: 10, medianDays: 1, p90Days: 2 });
});

test("a report that was filed and answered in one weekend took no working day", () => {
  expect(reactionFigures(waits(["2026-11-07", "2026-11-08"]))?.medianDays).toBe(0);
});

test("a day on which the office itself was closed is no working day", () => {
  const closed = new Set([day("2026-11-10")]);
  expect(reactionFigures(waits(["2026-11-09", "2026-11-11"]), closed)?.medianDays).toBe(1);
  expect(reactionFigures(waits(["2026-11-10", "2026-11-12"]), closed)?.medianDays).toBe(1);
});

test("the periods that are over end before this month, the months without a gap, and a quarter is three whole ones", () => {
  const periods = closedPeriods(day("2026-02-15"), 3);
  expect(periods.map(({ kind, startsOn, endsBefore }) => `${kind} ${startsOn} ${endsBefore}`)).toEqual([
    "month 2025-11-01 2025-12-01",
    "month 2025-12-01 2026-01-01",
    "month 2026-01-01 2026-02-01",
    "quarter 2025-10-01 2026-01-01",
  ]);
  expect(closedPeriods(day("2026-10-01"), 1).at(-1)).toMatchObject({
    startsOn: "2026-07-01",
    endsBefore: "2026-10-01",
  });
});
