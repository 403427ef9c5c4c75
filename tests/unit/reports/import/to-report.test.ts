import { describe, expect, test } from "vitest";
import { atColumns, type RowPlace, toReport } from "@/lib/reports/import/to-report";
import { reportInput } from "@/lib/reports/input";
import { parseInput } from "@/lib/shared/parse-input";

const first = { id: "a", name: "Hoofdgebouw", brin: "00AH", locationCode: "00AH07", sector: "VO" };
const second = { id: "b", name: "De Dependance", brin: "00AH", locationCode: "00AH08", sector: "VO" };
const place: RowPlace = { locations: [first, second], usual: second };
const usual = { student: "999990019", type: "Overig verzuim", firstDay: "5-10-2026", reason: "Spijbelen" };

const read = (values: Readonly<Record<string, string>>, where = place) => toReport({ ...usual, ...values }, {}, where);

/** What is wrong with a row, by the column where it is mended. */
function faultsOf(values: Readonly<Record<string, string>>) {
  const said = { ...usual, ...values };
  const parsed = parseInput(reportInput, toReport(said, {}, place));
  return parsed.ok ? [] : atColumns(parsed.problems, said).map(({ field, code }) => `${field}: ${code}`);
}

describe("types and reasons", () => {
  test.each([
    ["16 uur in 4 weken", "sixteen_hours_in_four_weeks"],
    ["16 UUR", "sixteen_hours_in_four_weeks"],
    ["Late arrival", "late_arrival"],
    ["holiday_truancy", "holiday_truancy"],
    ["18+", "over_18_absence"],
  ])("%s is %s", (type, code) => {
    expect(read({ type }).type).toBe(code);
  });

  test("a name that is none is never taken for another", () => {
    expect(faultsOf({ type: "verzuim", reason: "zomaar" })).toEqual(["type: type-missing", "reason: reason-missing"]);
  });
});

describe("days", () => {
  test.each([
    ["3-4-26", "2026-04-03"],
    ["03/04/2026", "2026-04-03"],
    ["2026-04-03", "2026-04-03"],
    ["vr 3 april 2026", "2026-04-03"],
  ])("%s is %s", (firstDay, day) => {
    expect(read({ firstDay })).toMatchObject({ firstDay: day });
  });

  test.each(["31-2-2026", "0-0-2026", "46120", "morgen"])("%s is no day, and is said to be none", (firstDay) => {
    expect(faultsOf({ firstDay })).toEqual(["firstDay: date-invalid"]);
  });

  test("days and lessons come from one cell, and begin the report where nothing else does", () => {
    const days = "6-10-2026 hele dag; 5-10-2026: 1-3\n7 oktober 2026 2,5 uur";
    expect(read({ firstDay: "", days })).toMatchObject({
      firstDay: "2026-10-05",
      hours: [
        { day: "2026-10-06", wholeDay: true },
        { day: "2026-10-05", lessons: [1, 2, 3] },
        { day: "2026-10-07", hours: 2.5 },
      ],
    });
  });

  test("where the clock counts, a number is hours", () => {
    const primary = { ...first, sector: "PO" };
    expect(read({ days: "5-10-2026 3" }, { locations: [primary], usual: primary })).toMatchObject({
      hours: [{ day: "2026-10-05", hours: 3 }],
    });
  });

  test.each(["5-10-2026 99", "5-10-2026 -1", "5-10-2026 veel", "veel 5"])("%s is refused at its column", (days) => {
    expect(faultsOf({ days })[0]).toMatch(/^days: /);
  });

  test("late arrivals are a day with minutes, or several in one cell", () => {
    const type = "Te laat komen";
    expect(read({ type, minutes: "15 min" })).toMatchObject({ arrivals: [{ day: "2026-10-05", minutes: 15 }] });
    expect(read({ type, firstDay: "", days: "5-10-2026 10; 6-10-2026 20" })).toMatchObject({
      arrivals: [
        { day: "2026-10-05", minutes: 10 },
        { day: "2026-10-06", minutes: 20 },
      ],
    });
    expect(faultsOf({ type })).toEqual(["minutes: minutes-invalid"]);
  });
});

describe("locations", () => {
  test.each([
    ["", "00AH08"],
    ["07", "00AH07"],
    ["00ah07", "00AH07"],
    ["hoofdgebouw", "00AH07"],
    ["VO:00AH07", "00AH07"],
  ])("%j is %s", (location, code) => {
    expect(read({ location }).school.location).toBe(code);
  });

  test("somebody else's is refused at its column", () => {
    expect(faultsOf({ location: "Andere school" })).toEqual(["location: location-unknown"]);
  });
});

test.each(["=HYPERLINK(1)", "<script>alert(1)</script>", "'; DROP TABLE reports--", "@x", "{{7*7}}"])(
  "%s is a text like any other",
  (explanation) => {
    expect(read({ explanation }).explanation).toBe(explanation);
    expect(faultsOf({ explanation })).toEqual([]);
  },
);

test.each([
  [{ student: "12345678" }, "student: student-number-length"],
  [{ student: "1,23E+08" }, "student: student-number-excel"],
  [{ student: "" }, "student: required"],
  [{ explanation: "a\u202eb" }, "explanation: text-sign-invalid"],
  [{ actions: "Ouders gebeld, iets vreemds" }, "actions: code-unknown"],
  [{ parentPhone: "geen" }, "parentPhone: phone-invalid"],
])("%j is refused as %s", (values, fault) => {
  expect(faultsOf(values)).toEqual([fault]);
});
