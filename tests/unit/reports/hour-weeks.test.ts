import { expect, test } from "vitest";
import { mostWeeks, readShortDay, weeksOf } from "@/lib/reports/hour-weeks";

test("a week runs from Monday to Friday, and days outside the period cannot be ticked", () => {
  const [week, next] = weeksOf("2026-10-07", "2026-10-12");
  expect(week?.monday).toBe("2026-10-05");
  expect(week?.days.filter(({ isClosed }) => !isClosed).map(({ day }) => day)).toEqual([
    "2026-10-07",
    "2026-10-08",
    "2026-10-09",
  ]);
  expect(next?.days.filter(({ isClosed }) => !isClosed).map(({ day }) => day)).toEqual(["2026-10-12"]);
});

test("the clock change of the autumn shifts no day", () => {
  const weeks = weeksOf("2026-10-19", "2026-10-30");
  expect(weeks.map(({ monday }) => monday)).toEqual(["2026-10-19", "2026-10-26"]);
  expect(weeks[1]?.days.at(-1)?.day).toBe("2026-10-30");
});

test("a national free day is closed", () => {
  const closed = weeksOf("2026-04-27", "2026-05-01")[0]?.days.filter(({ isClosed }) => isClosed);
  expect(closed?.map(({ day }) => day)).toEqual(["2026-04-27"]);
});

test("a weekend has no hours, and a long period shows its last weeks", () => {
  expect(weeksOf("2026-10-10", "2026-10-11")).toEqual([]);
  const weeks = weeksOf("2025-09-01", "2026-06-30");
  expect(weeks).toHaveLength(mostWeeks);
  expect(weeks.at(-1)?.monday).toBe("2026-06-29");
});

test.each([
  ["28-9-2026", "2026-09-28"],
  ["03/04/2026", "2026-04-03"],
  ["3.4.26", "2026-04-03"],
  [" 1 2 2026 ", "2026-02-01"],
])("the browser reads %s in Dutch order", (text, day) => {
  expect(readShortDay(text)).toBe(day);
});

test.each(["30-02-2026", "31-4-2026", "0-0-2026", "3 april 2026", "2026-04-03", "", "3-4"])(
  "the browser leaves %s to the server",
  (text) => {
    expect(readShortDay(text)).toBeNull();
  },
);
