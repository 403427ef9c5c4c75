import { describe, expect, test } from "vitest";
import { type FitAnswers, fittingType, readFit } from "@/lib/reports/fitting-type";

describe("the three questions choose", () => {
  const cases: readonly (readonly [Partial<FitAnswers>, string])[] = [
    [{ what: "late", isLong: true, isSixteen: true }, "late_arrival"],
    [{ what: "holiday" }, "holiday_truancy"],
    [{ what: "holiday", isAdult: true }, "other_absence"],
    [{ isLong: true, isSixteen: true }, "long_term_non_attendance"],
    [{ isLong: true, isAdult: true }, "over_18_absence"],
    [{ isLong: false, isSixteen: true }, "sixteen_hours_in_four_weeks"],
    [{ isSixteen: true, isAdult: true }, "other_absence"],
    [{ isLong: false, isSixteen: false }, "other_absence"],
    [{}, "other_absence"],
  ];

  test.each(cases)("%j: %s", (given, type) => {
    expect(fittingType({ what: "missed", isLong: null, isSixteen: null, isAdult: false, ...given })).toBe(type);
  });
});

test("what was not answered or is no answer chooses nothing", () => {
  expect(readFit({ what: "", long: "yes", sixteen: "" }, false)).toBeNull();
  expect(readFit({ what: "x", long: "", sixteen: "" }, true)).toBeNull();
  expect(readFit({ what: "missed", long: "no", sixteen: "" }, true)).toEqual({
    what: "missed",
    isLong: false,
    isSixteen: null,
    isAdult: true,
  });
});
