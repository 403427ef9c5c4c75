import { expect, test } from "vitest";
import { absenceTypeCodes } from "@/lib/reports/absence-types";
import type { FormValues } from "@/lib/reports/form-values";
import { fromForm, withoutEmptyRows } from "@/lib/reports/from-form";
import { reportInput } from "@/lib/reports/input";
import { nowAt } from "@/lib/shared/clock";
import { parseInput } from "@/lib/shared/parse-input";

const { today } = nowAt(new Date("2026-11-06T15:00:00Z"));

const filled: FormValues = {
  "student.number": "999990019",
  "school.location": "VO:00AH07",
  type: "sixteen_hours_in_four_weeks",
  firstDay: "28-9-2026",
  lastDay: "22 oktober 2026",
  "lesson.2026-10-05": ["1", "2", "3"],
  "whole.2026-10-06": "yes",
  "arrivals.day": ["2-11-26", "", "3-11-26"],
  "arrivals.minutes": ["10", "", "25"],
  reasonCode: "truancy",
  reason: "Blijft weg bij de eerste uren.",
  "contact.name": "Anouk Verbeek",
  "contact.email": "a.verbeek@school.example",
};

function read(changes: FormValues = {}) {
  return parseInput(reportInput, fromForm({ ...filled, ...changes }, today));
}

function codes(changes: FormValues) {
  const result = read(changes);
  return result.ok ? [] : result.problems.map(({ code, field }) => `${field}: ${code}`);
}

test.each(absenceTypeCodes)(
  "a form filled in for any type is a report of type %s, without what that does not ask",
  (type) => {
    const result = read({ type });
    expect(result).toMatchObject({ ok: true, value: { type } });
    if (!result.ok) return;
    const { firstDay, hours, arrivals } = result.value;
    expect(firstDay !== undefined).toBe(type !== "late_arrival");
    expect(arrivals !== undefined).toBe(type === "late_arrival");
    expect(hours !== undefined).toBe(type === "sixteen_hours_in_four_weeks" || type === "other_absence");
  },
);

test("days are read in Dutch order and lessons become numbers", () => {
  expect(read()).toMatchObject({
    value: {
      school: { sector: "VO", brin: "00AH", location: "00AH07" },
      firstDay: "2026-09-28",
      lastDay: "2026-10-22",
      hours: [
        { day: "2026-10-05", lessons: [1, 2, 3] },
        { day: "2026-10-06", wholeDay: true },
      ],
    },
  });
});

test("hours of days that left the period are left behind", () => {
  expect(read({ firstDay: "6-10-2026" })).toMatchObject({ value: { hours: [{ day: "2026-10-06", wholeDay: true }] } });
});

test("without a last day the student is still away, unless he is back today", () => {
  expect(read({ lastDay: "" })).toMatchObject({ ok: true, value: { firstDay: "2026-09-28" } });
  expect(read({ lastDay: "", isBack: "yes" })).toMatchObject({ value: { lastDay: "2026-11-05" } });
  const monday = nowAt(new Date("2026-11-09T08:00:00Z")).today;
  expect(fromForm({ ...filled, lastDay: "", isBack: "yes" }, monday)).toMatchObject({ lastDay: "2026-11-06" });
});

test("an empty row between late arrivals is no arrival, and the rows close up", () => {
  expect(read({ type: "late_arrival" })).toMatchObject({
    value: {
      arrivals: [
        { day: "2026-11-02", minutes: 10 },
        { day: "2026-11-03", minutes: 25 },
      ],
    },
  });
  expect(withoutEmptyRows(filled)["arrivals.day"]).toEqual(["2-11-26", "3-11-26"]);
});

test.each([
  ["12,5", 12.5],
  ["12.5", 12.5],
])("%s hours are accepted on a clock of hours", (text, hours) => {
  expect(read({ "lesson.2026-10-05": [], "clock.2026-10-05": text })).toMatchObject({
    value: {
      hours: [
        { day: "2026-10-05", hours },
        { day: "2026-10-06", wholeDay: true },
      ],
    },
  });
});

test("a morning and an afternoon count for half a day each, and hours that are typed go before them", () => {
  const onFirstDay = (ticks: readonly string[], clock = "") => {
    const given = read({ "lesson.2026-10-05": [], "part.2026-10-05": [...ticks], "clock.2026-10-05": clock });
    return given.ok ? given.value.hours?.[0] : given.problems;
  };
  expect(onFirstDay(["morning=2.75"])).toEqual({ day: "2026-10-05", hours: 2.75 });
  expect(onFirstDay(["morning=2.75", "afternoon=2.75"])).toEqual({ day: "2026-10-05", hours: 5.5 });
  expect(onFirstDay(["morning=2.75"], "3,5")).toEqual({ day: "2026-10-05", hours: 3.5 });
  for (const wrong of ["morning=99", "morning=-1", "night=3", "morning"]) {
    expect(onFirstDay([wrong])).toMatchObject([{ code: "hours-invalid", field: "hours.0.hours" }]);
  }
});

test.each<readonly [string, FormValues, readonly string[]]>([
  [
    "an end before the start",
    { lastDay: "1-9-2026" },
    ["firstDay: last-day-before-first", "lastDay: last-day-before-first"],
  ],
  ["hours below nothing", { "lesson.2026-10-05": [], "clock.2026-10-05": "-1" }, ["hours.0.hours: hours-invalid"]],
  ["no hours at all", { "lesson.2026-10-05": [], "clock.2026-10-05": "0" }, ["hours.0.hours: hours-invalid"]],
  [
    "more hours than there are",
    { "lesson.2026-10-05": [], "clock.2026-10-05": "1e9" },
    ["hours.0.hours: hours-invalid"],
  ],
  ["a lesson that no school gives", { "lesson.2026-10-05": "13" }, ["hours.0.lessons.0: lesson-invalid"]],
  ["a number that lost its zero", { "student.number": "12345678" }, ["student.number: student-number-length"]],
  [
    "a number that fails the eleven-test",
    { "student.number": "123456789" },
    ["student.number: student-number-invalid"],
  ],
  ["nine zeros", { "student.number": "000000000" }, ["student.number: student-number-invalid"]],
  ["a number from a spreadsheet", { "student.number": "1,23E+08" }, ["student.number: student-number-excel"]],
  ["only spaces as a number", { "student.number": "   " }, ["student.number: student-number-invalid"]],
  ["a reason that is in no list", { reasonCode: "boredom" }, ["reasonCode: reason-missing"]],
  ["no type", { type: "" }, ["type: type-missing"]],
  ["signs that turn the text around", { explanation: "a\u202Eb" }, ["explanation: text-sign-invalid"]],
  ["a NUL", { reason: "a\u0000b" }, ["reason: text-sign-invalid"]],
  ["10,001 characters", { explanation: "x".repeat(10_001) }, ["explanation: text-too-long"]],
  ["a mail address without an end", { "contact.email": "a@b" }, ["contact.email: email-invalid"]],
  ["a mail address with a line end", { "contact.email": "a@b.nl\r\nBcc: c@d.nl" }, ["contact.email: email-invalid"]],
  ["a full-width at", { "contact.email": "x＠y.nl" }, ["contact.email: email-invalid"]],
  ["a quoted address", { "contact.email": '"e@evil.nl"@school.nl' }, ["contact.email: email-invalid"]],
  ["no name of a contact", { "contact.name": " " }, ["contact.name: text-missing"]],
  ["urgent without a reason", { isUrgent: "yes" }, ["urgent.reason: text-missing"]],
  ["no action wanted and no reason", { actionWanted: "no" }, ["noActionReason: text-missing"]],
  ["a place to stay without a number", { "stay.postcode": "1234 ab" }, ["stay.houseNumber: text-missing"]],
  [
    "an arrival without minutes",
    { type: "late_arrival", "arrivals.minutes": ["", "", "5"] },
    ["arrivals.0.minutes: minutes-invalid"],
  ],
])("%s is refused at its field", (_name, changes, expected) => {
  expect(codes(changes)).toEqual(expected);
});

test.each(["<script>alert(1)</script>", "'; DROP TABLE--", "{{7*7}}", "Null", "d'Àrcy-Ölçer, 't Hooft"])(
  "%s is only text",
  (text) => {
    expect(read({ explanation: text })).toMatchObject({ value: { explanation: text } });
  },
);

test("the school and the sector that were sent along only choose; nothing else comes out of them", () => {
  expect(codes({ "school.location": "XX:nonsense" })).toContain("school.sector: sector-invalid");
});

test("the answer to an overlap follows the report that was named, or files beside it", () => {
  const found = { overlapReference: "V-2026-7K4QX9M" };
  expect(read({ ...found, overlap: "follow-up" })).toMatchObject({ value: { followUpTo: "V-2026-7K4QX9M" } });
  expect(read({ ...found, overlap: "separate" })).toMatchObject({ value: { separate: true } });
  const silent = read(found);
  expect(silent.ok && silent.value.followUpTo).toBeUndefined();
});
