import { expect, test } from "vitest";
import { amongThemselves } from "@/lib/reports/import/in-file";
import { type ReportInput, reportInput } from "@/lib/reports/input";
import { calendarDate } from "@/lib/shared/calendar-date";

const today = calendarDate.parse("2026-10-20");

function row(line: number, given: Partial<Record<keyof ReportInput, unknown>> = {}) {
  const input = reportInput.parse({
    school: { brin: "00AH", location: "00AH07" },
    student: { number: "999990019" },
    type: "other_absence",
    firstDay: "2026-10-05",
    lastDay: "2026-10-09",
    reasonCode: "truancy",
    ...given,
  });
  return { line, input, submissionId: JSON.stringify(input) };
}

const late = (day: string) => ({
  type: "late_arrival",
  firstDay: undefined,
  lastDay: undefined,
  arrivals: [{ day, minutes: 10 }],
});

test("the same row again names the first, and days that meet name the row they meet", () => {
  const found = amongThemselves([row(2), row(3), row(4, { firstDay: "2026-10-09", lastDay: "2026-10-12" })], today);
  expect([...found]).toEqual([
    [3, { code: "row-same", facts: { line: 2 } }],
    [4, { code: "row-overlaps", facts: { line: 2 } }],
  ]);
});

test.each([
  ["other days", row(3, { firstDay: "2026-10-10", lastDay: "2026-10-12" })],
  ["another student", row(3, { student: { number: "999990020" } })],
  ["late arrivals beside absence", row(3, late("2026-10-06"))],
  ["what somebody said to be another report", row(3, { firstDay: "2026-10-06", separate: true })],
  ["what follows an earlier report", row(3, { firstDay: "2026-10-06", followUpTo: "V-2026-7K4QX9M" })],
])("%s stands beside the first row", (_, second) => {
  expect([...amongThemselves([row(2), second], today)]).toEqual([]);
});

test("who is not back yet meets every later row", () => {
  const open = row(2, { lastDay: undefined });
  expect([...amongThemselves([open, row(3, { firstDay: "2026-10-19", lastDay: "2026-10-19" })], today)]).toHaveLength(
    1,
  );
});
