import { expect, test } from "vitest";
import { type CaseLine, totalsOf } from "@/lib/casework/case";
import { calendarDate } from "@/lib/shared/calendar-date";

const line = (given: Partial<CaseLine>): CaseLine => ({
  reference: "V-2026-2222222",
  type: "other_absence",
  firstDay: calendarDate.parse("2026-04-13"),
  lastDay: null,
  hoursTotal: 0,
  arrivalCount: 0,
  status: "registered",
  ...given,
});

test("a case adds up hours and late arrivals of all its reports", () => {
  const totals = totalsOf([
    line({ hoursTotal: 16.5 }),
    line({ hoursTotal: 21, status: "closed" }),
    line({ arrivalCount: 9, status: "in_progress" }),
  ]);
  expect(totals).toEqual({ reportCount: 3, openCount: 2, hours: 37.5, arrivalCount: 9 });
});

test("a report that the school withdrew counts for nothing", () => {
  expect(totalsOf([line({ hoursTotal: 16, status: "withdrawn" })])).toEqual({
    reportCount: 0,
    openCount: 0,
    hours: 0,
    arrivalCount: 0,
  });
});
