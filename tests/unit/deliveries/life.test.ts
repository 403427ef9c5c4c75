import { expect, test } from "vitest";
import { standingOn } from "@/lib/deliveries/standing";
import { calendarDate } from "@/lib/shared/calendar-date";
import { type WrittenLife, writtenLife } from "@/tests/support/lives";

const born = "2006-03-14";
const autumn = calendarDate.parse("2026-10-31");

const odd: readonly (readonly [what: string, life: WrittenLife, oddities: readonly string[], standing: string])[] = [
  [
    "enrolments that overlap",
    { born, enrolled: ["MBO 27YU 2024-08-01 2026-10-20", "MBO 25LH 2026-09-01 -"] },
    ["enrolments-overlap"],
    "enrolled",
  ],
  [
    "both schools on one day, which is usual",
    { born, enrolled: ["MBO 27YU 2024-08-01 2026-09-01", "MBO 25LH 2026-09-01 -"] },
    [],
    "enrolled",
  ],
  [
    "an enrolment that runs backwards",
    { born, enrolled: ["VO 00AH 2019-08-01 2024-07-31", "MBO 27YU 2026-09-01 2025-09-01"] },
    ["enrolment-backwards"],
    "leaver",
  ],
  [
    "an enrolment that ends before birth",
    { born, enrolled: ["PO 03AA 1999-08-01 2003-07-31"] },
    ["enrolment-before-birth"],
    "never-enrolled",
  ],
  [
    "an enrolment that begins before birth",
    { born, enrolled: ["VO 00AH 2000-08-01 2025-07-31"] },
    ["enrolment-begins-before-birth"],
    "leaver",
  ],
  [
    "an enrolment without a location",
    { born, enrolled: ["OTHER none 2024-08-01 -"] },
    ["enrolment-without-location"],
    "enrolled",
  ],
  [
    "two numbers for one person",
    { born, twoNumbers: true, enrolled: ["MBO 27YU 2024-08-01 -"] },
    ["two-numbers"],
    "enrolled",
  ],
  [
    "an enrolment after death",
    { born, died: "2026-05-01", enrolled: ["MBO 27YU 2024-08-01 -"] },
    ["enrolled-after-death"],
    "deceased",
  ],
  ["no residence", { born, lives: [], enrolled: ["MBO 27YU 2024-08-01 -"] }, ["no-residence"], "enrolled"],
  ["nothing at all", { born, lives: [] }, ["no-residence"], "never-enrolled"],
];

test.each(odd)("%s: named, and judged by what can be so", (_, written, oddities, standing) => {
  const read = writtenLife(written);
  expect(read.oddities).toEqual(oddities);
  expect(standingOn(read.life, autumn)).toBe(standing);
});
