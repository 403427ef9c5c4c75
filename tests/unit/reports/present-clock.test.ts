import { expect, test } from "vitest";
import { presentClock } from "@/lib/reports/present-clock";

const filedAt = new Date("2026-05-11T08:00:00Z");

const report = (isProtected: boolean) => ({
  filedAt,
  ...{ clockFromAt: null, nextDueAt: null, closeDueAt: null, pausedAt: null, extendedAt: null, pauses: [] },
  office: {
    freeDays: [
      { day: new Date("2026-05-15"), addedAt: new Date("2026-01-05T08:00:00Z"), removedAt: null },
      { day: new Date("2026-05-18"), addedAt: new Date("2026-05-12T08:00:00Z"), removedAt: null },
      { day: new Date("2026-05-19"), addedAt: new Date("2026-01-05T08:00:00Z"), removedAt: filedAt },
    ],
    reactionFigures: [{ count: 40, medianDays: 2 }],
  },
  isProtected,
});

test("of a protected student the school learns neither when the office is closed nor how fast it is", () => {
  expect(presentClock(report(true), "school")).toMatchObject({ usualDays: null, own: new Set() });
  expect(presentClock(report(true), "office")).toMatchObject({ usualDays: 2, own: new Set(["2026-05-15"]) });
});

test("the days on which an office is closed are those that were known when the clock began", () => {
  expect(presentClock(report(false), "school")).toMatchObject({ usualDays: 2, own: new Set(["2026-05-15"]) });
});
