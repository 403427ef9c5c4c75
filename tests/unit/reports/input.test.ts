import { describe, expect, test } from "vitest";
import {
  type AbsenceTypeCode,
  absenceType,
  absenceTypeCodes,
  absenceTypes,
  absenceTypesOn,
  fitsRegime,
} from "@/lib/reports/absence-types";
import { reportInput } from "@/lib/reports/input";
import { calendarDate } from "@/lib/shared/calendar-date";
import { parseInput } from "@/lib/shared/parse-input";

const least = {
  school: { brin: "00AH", location: "07" },
  student: { number: "999990019" },
  reasonCode: "unknown",
};

function filled(type: AbsenceTypeCode) {
  const { asks } = absenceType(type);
  return {
    ...least,
    type,
    ...(asks.period === "period" ? { firstDay: "2026-04-13" } : {}),
    ...(asks.arrivals ? { arrivals: [{ day: "2026-04-13", minutes: 10 }] } : {}),
  };
}

function codes(given: object) {
  const parsed = parseInput(reportInput, given);
  return parsed.ok ? [] : parsed.problems.map(({ field, code }) => `${field}: ${code}`);
}

describe.each(absenceTypeCodes)("a report of type %s", (type) => {
  test("is accepted with no more than what the type asks", () => {
    expect(codes(filled(type))).toEqual([]);
  });

  test("is refused when it brings what the type does not ask", () => {
    const { asks } = absenceType(type);
    const brought = {
      ...filled(type),
      ...(asks.period === "none" ? { firstDay: "2026-04-13" } : {}),
      ...(asks.hours ? {} : { hours: [{ day: "2026-04-13", wholeDay: true }] }),
      ...(asks.arrivals ? {} : { arrivals: [{ day: "2026-04-13", minutes: 5 }] }),
    };
    expect(new Set(codes(brought).map((found) => found.split(": ")[1]))).toEqual(new Set(["not-asked"]));
  });

  test("is refused without what the type does ask", () => {
    expect(codes({ ...least, type })).toHaveLength(1);
  });
});

test.each<readonly [string, object, string]>([
  ["an unknown field", { colour: "red" }, "colour: field-unknown"],
  [
    "a field of the school that is not ours to give",
    { school: { ...least.school, municipality: "0153" } },
    "school.municipality: field-unknown",
  ],
  ["a type of an older law", { type: "V1" }, "type: type-missing"],
  [
    "a day twice",
    {
      hours: [
        { day: "2026-04-13", wholeDay: true },
        { day: "2026-04-13", hours: 2 },
      ],
    },
    "hours: day-twice",
  ],
  ["a day before the first", { hours: [{ day: "2026-04-12", wholeDay: true }] }, "hours: day-outside-period"],
  [
    "two ways to say the hours of a day",
    { hours: [{ day: "2026-04-13", hours: 2, lessons: [1] }] },
    "hours.0: hours-one-way",
  ],
  ["no way to say them", { hours: [{ day: "2026-04-13" }] }, "hours.0: hours-one-way"],
  ["more hours than a day has", { hours: [{ day: "2026-04-13", hours: 25 }] }, "hours.0.hours: hours-invalid"],
  ["a number as a text", { student: { number: 999990019 } }, "student.number: student-number-invalid"],
  ["a day in words", { firstDay: "13 april 2026" }, "firstDay: date-invalid"],
  ["too long a reference of one's own", { ownReference: "x".repeat(41) }, "ownReference: text-too-long"],
  [
    "a reference of one's own that makes a second line in a letter",
    { ownReference: "VB-12\nKlik hier" },
    "ownReference: text-sign-invalid",
  ],
  ["letters for a telephone number", { parentPhone: "bel mij" }, "parentPhone: phone-invalid"],
  [
    "a postcode without its letters",
    { stay: { postcode: "1234", houseNumber: "1" } },
    "stay.postcode: postcode-invalid",
  ],
])("%s is refused at its field", (_name, given, expected) => {
  expect(new Set(codes({ ...filled("other_absence"), ...given }))).toEqual(new Set([expected]));
});

test.each([
  ["00ah", "07", "00AH"],
  [" 00AH ", "00AH07", "00AH"],
])("BRIN %s and location %s are read as they are meant", (brin, location, expected) => {
  const parsed = reportInput.parse({ ...filled("other_absence"), school: { brin, location } });
  expect(parsed.school.brin).toBe(expected);
});

test("text keeps its signs, in one form, with plain line ends", () => {
  const parsed = reportInput.parse({ ...filled("other_absence"), explanation: "  Zoe\u0308 zegt:\r\n‘ik ga niet’  " });
  expect(parsed.explanation).toBe("Zoë zegt:\n‘ik ga niet’");
});

test("action of the office is wanted unless the school says otherwise", () => {
  expect(reportInput.parse(filled("other_absence")).actionWanted).toBe(true);
  expect(codes({ ...filled("other_absence"), actionWanted: false })).toEqual(["noActionReason: text-missing"]);
});

test("every type in use today holds today, none before its first day, and each fits some duty", () => {
  expect(absenceTypesOn(calendarDate.parse("2026-04-13"))).toEqual(absenceTypeCodes);
  expect(absenceTypesOn(calendarDate.parse("2009-07-31"))).toEqual([]);
  for (const code of absenceTypeCodes) expect(absenceTypes[code].regimes.length).toBeGreaterThan(0);
  expect(fitsRegime("over_18_absence", "compulsory")).toBe(false);
  expect(fitsRegime("other_absence", "over_18")).toBe(true);
});
