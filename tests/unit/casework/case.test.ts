import { describe, expect, test } from "vitest";
import { type CaseLine, homeOf, totalsOf } from "@/lib/casework/case";
import { type ResidenceLine, residenceOn } from "@/lib/directory/residence-line";
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

describe("where a student lives", () => {
  const line = (from: string, kind: ResidenceLine["kind"] = "resident"): ResidenceLine => ({
    from: calendarDate.parse(from),
    kind,
    address: "Kade 1, 1011 AB Amsterdam",
  });

  test("is nowhere to be read once one address is protected, nor where he lived before", () => {
    const lines = [line("2026-01-01"), line("2024-01-01", "protected"), line("2020-01-01")];
    expect(homeOf(false, lines)).toEqual({ kind: "secret" });
    expect(homeOf(true, [line("2020-01-01")])).toEqual({ kind: "secret" });
  });

  test("on a day is the last that began until then", () => {
    const lines = [line("2026-01-01"), line("2020-01-01")];
    expect(residenceOn(calendarDate.parse("2025-12-31"), lines)).toBe(lines[1]);
    expect(residenceOn(calendarDate.parse("2026-01-01"), lines)).toBe(lines[0]);
    expect(residenceOn(calendarDate.parse("2019-12-31"), lines)).toBeNull();
  });
});
