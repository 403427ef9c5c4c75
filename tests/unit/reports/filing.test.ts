import { describe, expect, test } from "vitest";
import { checkDays, checkFiling, type FilingFacts, firstDayOf } from "@/lib/reports/filing";
import { hoursOf, totalHours } from "@/lib/reports/hours";
import { type ReportInput, reportInput } from "@/lib/reports/input";
import { usualLessons } from "@/lib/reports/lesson-hours";
import { warningsOf } from "@/lib/reports/warnings";
import { calendarDate } from "@/lib/shared/calendar-date";
import { nowAt } from "@/lib/shared/clock";

const now = nowAt(new Date("2026-04-23T07:15:00Z"));
const day = (text: string) => calendarDate.parse(text);

function input(given: object = {}): ReportInput {
  return reportInput.parse({
    school: { brin: "00AH", location: "07" },
    student: { number: "999990019" },
    type: "other_absence",
    firstDay: "2026-04-13",
    reasonCode: "unknown",
    ...given,
  });
}

const known: FilingFacts = {
  alreadyFiled: null,
  locations: [{ id: "location", ...usualLessons }],
  student: { id: "student", group: "3B" },
  overlapping: null,
  hasMissedTooOften: false,
  followUpTo: null,
  counting: { periods: [], earlier: [], over18Days: null, lateDays: [], ladder: [] },
};

describe("days", () => {
  const late = (...days: string[]) =>
    input({ type: "late_arrival", firstDay: undefined, arrivals: days.map((one) => ({ day: one, minutes: 5 })) });

  test("the first of late arrivals is the first day of the report", () => {
    expect(firstDayOf(late("2026-04-15", "2026-04-13"), now.today)).toBe("2026-04-13");
  });

  test.each<readonly [string, ReportInput, string, string]>([
    ["begins tomorrow", input({ firstDay: "2026-04-24" }), "day-in-future", "firstDay"],
    ["ends tomorrow", input({ lastDay: "2026-04-24" }), "day-in-future", "lastDay"],
    ["counts hours of tomorrow", input({ hours: [{ day: "2026-04-24", wholeDay: true }] }), "day-in-future", "hours"],
    ["tells of a late arrival tomorrow", late("2026-04-22", "2026-04-24"), "day-in-future", "arrivals"],
    ["began more than a year ago", input({ firstDay: "2025-04-22" }), "day-too-long-ago", "firstDay"],
    ["tells of a late arrival of last year", late("2025-01-10"), "day-too-long-ago", "arrivals"],
  ])("a report that %s is refused at its field", (_name, given, code, field) => {
    expect(checkDays(given, now)).toEqual({ ok: false, problems: [{ code, field }] });
  });

  test("today and the same day a year ago are accepted", () => {
    expect(checkDays(input({ firstDay: "2026-04-23" }), now).ok).toBe(true);
    expect(checkDays(input({ firstDay: "2025-04-23" }), now).ok).toBe(true);
  });
});

describe("what stands in the way of filing", () => {
  const overlapping = { reference: "V-2026-AAAAAAA" };
  const earlier = { id: "earlier", reference: "V-2026-AAAAAAA" };
  test.each<readonly [string, Partial<FilingFacts>, object, object]>([
    ["no such location", { locations: [] }, {}, { code: "location-unknown", field: "school.location" }],
    [
      "a code in two sectors",
      { locations: [...known.locations, { id: "twin", ...usualLessons }] },
      {},
      { code: "sector-needed", field: "school.sector" },
    ],
    ["no such student", { student: null }, {}, { code: "student-unknown", field: "student.number" }],
    [
      "too many guesses, whoever is asked for",
      { hasMissedTooOften: true },
      {},
      { code: "too-many-lookups", field: "student.number" },
    ],
    [
      "an earlier report that is not there",
      {},
      { followUpTo: "V-2026-AAAAAAA" },
      { code: "follow-up-unknown", field: "followUpTo" },
    ],
    ["a report of the same days", { overlapping }, {}, { code: "overlapping-report", facts: overlapping }],
  ])("%s", (_name, facts, given, problem) => {
    expect(checkFiling(input(given), { ...known, ...facts }, day("2026-04-13"))).toEqual({
      ok: false,
      problems: [problem],
    });
  });

  test("an overlap stands in no way once it is answered", () => {
    const followUp = checkFiling(
      input({ followUpTo: earlier.reference }),
      { ...known, overlapping, followUpTo: earlier },
      day("2026-04-13"),
    );
    const separate = checkFiling(input({ separate: true }), { ...known, overlapping }, day("2026-04-13"));
    expect([followUp.ok, separate.ok]).toEqual([true, true]);
  });
});

describe("hours", () => {
  test("a lesson counts once, a whole day counts what the location gives, a number counts itself", () => {
    expect(hoursOf({ day: day("2026-04-13"), lessons: [1, 2, 2] }, usualLessons)).toBe(2);
    expect(hoursOf({ day: day("2026-04-13"), wholeDay: true }, { ...usualLessons, lessonsPerDay: 5 })).toBe(5);
    expect(hoursOf({ day: day("2026-04-13"), hours: 2.5 }, usualLessons)).toBe(2.5);
    expect(totalHours([], usualLessons)).toBe(0);
  });
});

describe("warnings", () => {
  const calm = {
    type: "other_absence",
    regime: "compulsory",
    firstDay: "2026-04-13",
    lastDay: "2026-04-17",
    periods: [],
    texts: [],
  } as const;
  test("a report without anything odd has none", () => {
    expect(warningsOf(calm)).toEqual([]);
  });

  test("a type that does not fit the duty is said, where there is a duty", () => {
    expect(warningsOf({ ...calm, type: "over_18_absence" })).toEqual(["type-does-not-fit"]);
    expect(warningsOf({ ...calm, type: "over_18_absence", regime: "none" })).toEqual([]);
  });

  test.each([
    ["a weekend", "2026-11-21", "2026-11-22", []],
    ["Christmas", "2026-12-25", "2026-12-26", []],
    ["a holiday", "2026-10-12", "2026-10-16", [{ firstDay: "2026-10-10", lastDay: "2026-10-18", kind: "holiday" }]],
  ])("an absence in %s alone is asked about", (_, firstDay, lastDay, periods) => {
    expect(warningsOf({ ...calm, firstDay, lastDay, periods })).toEqual(["no-school-day"]);
    expect(warningsOf({ ...calm, firstDay, lastDay: null, periods })).toEqual([]);
    expect(warningsOf({ ...calm, firstDay, lastDay: "2026-12-28", periods })).toEqual([]);
  });

  test("a type that needs an end is reminded of it", () => {
    expect(warningsOf({ ...calm, type: "long_term_non_attendance", lastDay: null })).toEqual(["end-needed-later"]);
  });

  test.each([
    ["123456789", true],
    ["BSN 123.456.789!", true],
    ["12345678", false],
    ["1234567890", false],
    ["2026-04-13 en 06 12345678", false],
  ])("the text %j holds what may be a BSN: %s", (text, expected) => {
    expect(warningsOf({ ...calm, texts: [text, undefined] }).includes("number-in-text")).toBe(expected);
  });
});
