import { expect, test } from "vitest";
import { askedMonth, outcomeMonths } from "@/app/meldingen/resultaten/months";
import { calendarDate } from "@/lib/shared/calendar-date";

const today = calendarDate.parse("2026-08-01");

test("the months to look at begin with the one of today and go back to the August before last", () => {
  const months = outcomeMonths(today);
  expect([months[0], months[1], months.at(-1)]).toEqual(["2026-08", "2026-07", "2025-08"]);
});

test("a month that has not begun, is long past or is no month at all is not looked at", () => {
  for (const asked of ["2026-09", "2025-07", "2026-13", "2026-8", "", "'; drop", undefined]) {
    expect.soft(askedMonth(asked, today), String(asked)).toBeNull();
  }
  expect(askedMonth("2026-07", today)).toBe("2026-07-01");
});
