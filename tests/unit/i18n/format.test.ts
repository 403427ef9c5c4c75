import { describe, expect, test } from "vitest";
import * as format from "@/lib/i18n/format";
import { calendarDate } from "@/lib/shared/calendar-date";

const day = (value: string) => calendarDate.parse(value);

describe("a day as people read it", () => {
  test("is written out, in both languages", () => {
    expect(format.formatDay(day("2026-04-03"), "nl")).toBe("3 april 2026");
    expect(format.formatDay(day("2026-04-03"), "en")).toBe("3 April 2026");
  });

  test("goes back into a field as it may be typed", () => {
    expect(format.formatWrittenDay(day("2026-04-03"))).toBe("3-4-2026");
  });

  test("is short in a list, without points", () => {
    expect(format.formatShortDay(day("2026-11-11"), "nl")).toBe("wo 11 nov");
    expect(format.formatShortDay(day("2026-11-11"), "en")).toBe("Wed 11 Nov");
  });

  test("says the year in a list when it is another one than today's", () => {
    expect(format.formatListDay(day("2026-11-11"), day("2026-11-28"), "nl")).toBe("wo 11 nov");
    expect(format.formatListDay(day("2025-12-25"), day("2026-11-28"), "nl")).toBe("25 dec 2025");
    expect(format.formatListDay(day("2025-12-25"), day("2026-11-28"), "en")).toBe("25 Dec 2025");
  });

  test("names the year only when it is another one", () => {
    expect(format.formatWeekday(day("2026-11-09"), day("2026-12-31"), "nl")).toBe("maandag 9 november");
    expect(format.formatWeekday(day("2027-01-04"), day("2026-12-31"), "nl")).toBe("maandag 4 januari 2027");
  });

  test("stays the same day in summer time and on the last day of the year", () => {
    expect(format.formatDay(day("2026-07-01"), "nl")).toBe("1 juli 2026");
    expect(format.formatDay(day("2026-12-31"), "nl")).toBe("31 december 2026");
    expect(format.formatMonth(day("2026-12-31"), "nl")).toBe("december 2026");
  });
});

describe("a span of days", () => {
  test("names the year once, or twice when it runs over the turn of the year", () => {
    expect(format.formatSpan(day("2026-09-28"), day("2026-10-22"), "nl")).toBe("28 september t/m 22 oktober 2026");
    expect(format.formatSpan(day("2026-12-30"), day("2027-01-08"), "nl")).toBe("30 december 2026 t/m 8 januari 2027");
    expect(format.formatSpan(day("2026-09-28"), day("2026-10-22"), "en")).toBe("28 September to 22 October 2026");
  });

  test("of one day is that day", () => {
    expect(format.formatSpan(day("2026-09-28"), day("2026-09-28"), "nl")).toBe("28 september 2026");
  });
});

describe("a moment", () => {
  test("is told in Amsterdam, in summer and in winter", () => {
    expect(format.formatTime(new Date("2026-07-01T12:05:00Z"), "nl")).toBe("14.05");
    expect(format.formatTime(new Date("2026-01-01T23:30:00Z"), "en")).toBe("0:30");
    expect(format.formatMoment(new Date("2026-11-09T13:05:00Z"), "nl")).toBe("maandag 9 november 2026, 14.05 uur");
    expect(format.formatMoment(new Date("2026-11-09T13:05:00Z"), "en")).toBe("Monday, 9 November 2026, 14:05");
  });
});

test("a count is exact up to a thousand", () => {
  expect(format.formatCount(1000, "nl")).toBe("1.000");
  expect(format.formatCount(1001, "nl")).toBe("1.000+");
  expect(format.formatCount(1001, "en")).toBe("1,000+");
});
