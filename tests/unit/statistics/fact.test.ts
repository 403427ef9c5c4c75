import { expect, test } from "vitest";
import { calendarDate } from "@/lib/shared/calendar-date";
import { nowAt } from "@/lib/shared/clock";
import { type CountedReport, factOf } from "@/lib/statistics/fact";

const day = (text: string) => calendarDate.parse(text);

/** Absent from Thursday 1 October 2026, so that the 28th day is Wednesday the 28th and the 29th Thursday the 29th. */
const report: CountedReport = {
  id: "r",
  version: 1,
  studentId: "s",
  birthDate: day("2008-01-10"),
  organisationId: "o",
  locationId: "l",
  sector: "MBO",
  municipalityCode: null,
  regionNumber: null,
  officeId: null,
  isProtected: false,
  type: "over_18_absence",
  firstDay: day("2026-10-01"),
  lastDay: null,
  days: [],
  over18Days: null,
  isFollowUp: false,
  status: "new",
  closeReason: null,
  filedAt: new Date("2026-11-04T10:00:00Z"),
  dueAt: new Date("2026-11-20T10:00:00Z"),
  firstReactionAt: null,
  pausedAt: null,
  hasSheet: false,
  wasAsked: false,
  isReportedAgain: null,
};

const inTime = (own: Partial<CountedReport>, periods: Parameters<typeof factOf>[1] = []) =>
  factOf({ ...report, ...own }, periods, nowAt(new Date("2026-11-10T10:00:00Z"))).isFiledInTime;

const filedOn = (date: string) => new Date(`${date}T10:00:00Z`);
const holiday = { firstDay: "2026-10-29", lastDay: "2026-10-30", kind: "holiday" };

test("a report is in time until five school days after its threshold", () => {
  expect(inTime({ filedAt: filedOn("2026-11-04") })).toBe(true);
  expect(inTime({ filedAt: filedOn("2026-11-05") })).toBe(false);
});

test("a report over 18 goes by the days that its school chose", () => {
  expect(inTime({ filedAt: filedOn("2026-10-30"), over18Days: 14 })).toBe(false);
});

test("a holiday gives more time, unless the school taught through it", () => {
  expect(inTime({ filedAt: filedOn("2026-11-06") }, [holiday])).toBe(true);
  expect(inTime({ filedAt: filedOn("2026-11-06") }, [holiday, { ...holiday, kind: "lessons" }])).toBe(false);
});

test("hours on days without lessons do not make sixteen, and without sixteen nothing is early or late", () => {
  const days = ["2026-10-27", "2026-10-28", "2026-10-29"].map((each) => ({ day: day(each), hours: 6 }));
  const hours = { type: "sixteen_hours_in_four_weeks", days, filedAt: filedOn("2026-11-20") };
  expect(inTime(hours)).toBe(false);
  expect(inTime(hours, [holiday])).toBeNull();
});

test("coming late has no threshold", () => {
  expect(inTime({ type: "late_arrival" })).toBeNull();
});
