import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type CalendarDate, calendarDate, dayOf, weekdayOf } from "@/lib/shared/calendar-date";
import { freeDays } from "@/lib/shared/free-days";
import { workingDaysUsed } from "@/lib/shared/promise-clock";
import { isWorkingDay, lastDayInTime, noFreeDays } from "@/lib/shared/working-days";

const day = (text: string) => calendarDate.parse(text);
const anyMoment = fc.date({ min: new Date("2025-01-01"), max: new Date("2034-12-01"), noInvalidDate: true });

const used = (startedAt: Date, today: CalendarDate) =>
  workingDaysUsed({ startedAt, pauses: [], own: noFreeDays }, today);

/** Easter by the rule of Gauss, in the form of Meeus. */
function easterOf(year: number) {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const position = h + l - 7 * m + 114;
  const [month, date] = [Math.floor(position / 31), (position % 31) + 1];
  return day(`${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`);
}

describe("free days", () => {
  test.each(Array.from({ length: 12 }, (_, index) => 2024 + index))("of %i are those of the law", (year) => {
    const easter = easterOf(year);
    const kingsDay = weekdayOf(day(`${year}-04-27`)) === 7 ? `${year}-04-26` : `${year}-04-27`;
    const expected = new Set([
      ...[-2, 1, 39, 50].map((days) => addDays(easter, days)),
      ...["01-01", "05-05", "12-25", "12-26"].map((text) => `${year}-${text}`),
      kingsDay,
    ]);
    expect([...freeDays].filter((free) => free.startsWith(String(year))).sort()).toEqual([...expected].sort());
  });
});

describe("the last day in time", () => {
  test("of five working days after Thursday 23 April 2026 is Friday 1 May: 27 April is free", () => {
    expect(lastDayInTime(new Date("2026-04-23T10:00:00Z"), 5)).toBe("2026-05-01");
  });

  test("counts what was filed on a day off as filed on the next working day, which does not count", () => {
    const monday = lastDayInTime(new Date("2026-11-23T08:00:00Z"), 5);
    for (const weekend of ["2026-11-21T08:00:00Z", "2026-11-22T22:59:59Z"]) {
      expect(lastDayInTime(new Date(weekend), 5)).toBe(monday);
    }
    expect(monday).toBe("2026-11-30");
  });

  test("is a working day, and later for whoever files later", () => {
    fc.assert(
      fc.property(anyMoment, fc.integer({ min: 1, max: 20 }), (filedAt, term) => {
        const last = lastDayInTime(filedAt, term);
        expect(isWorkingDay(last)).toBe(true);
        expect(lastDayInTime(new Date(filedAt.getTime() + 86_400_000), term) >= last).toBe(true);
      }),
    );
  });

  test("is the day on which the whole term is used, and not a day earlier", () => {
    fc.assert(
      fc.property(anyMoment, fc.integer({ min: 1, max: 20 }), (filedAt, term) => {
        const last = lastDayInTime(filedAt, term);
        expect(used(filedAt, last)).toBe(term);
        expect(used(filedAt, addDays(last, -1))).toBeLessThan(term);
        expect(used(filedAt, dayOf(filedAt))).toBe(0);
      }),
    );
  });
});
