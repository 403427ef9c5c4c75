import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  ageOn,
  birthday,
  type CalendarDate,
  calendarDate,
  dayOf,
  daysBetween,
  endOfDay,
  endOfSchoolYear,
  firstOfNextMonth,
  fromColumn,
  readWrittenDay,
  startOfDay,
  toColumn,
  weekdayOf,
} from "@/lib/shared/calendar-date";

const day = (text: string) => calendarDate.parse(text);
const anyDay = fc.integer({ min: 0, max: 70_000 }).map((count) => addDays(day("1905-01-01"), count));

describe("a day for machines", () => {
  test.each([
    "2026-02-30",
    "2026-04-31",
    "2026-00-00",
    "26-04-03",
    "2026-4-3",
    "03-04-2026",
    "1899-12-31",
    "2101-01-01",
    "",
  ])("is not %j", (text) => {
    expect(calendarDate.safeParse(text).error?.issues[0]?.message).toBe("date-invalid");
  });

  test("may be 29 February, in a leap year only", () => {
    expect(calendarDate.safeParse("2028-02-29").success).toBe(true);
    expect(calendarDate.safeParse("2026-02-29").success).toBe(false);
  });
});

describe("a day that people write", () => {
  test.each(["3-4-26", "03/04/2026", "3.4.2026", "2026-04-03", " 3 april 2026 ", "３-４-２０２６"])(
    "as %j is 3 April 2026, in Dutch order",
    (text) => {
      expect(readWrittenDay(text)).toBe("2026-04-03");
    },
  );

  test.each(["30-02-2026", "31-04-2026", "00-00-0000", "4-13-2026", "morgen", "", "3-4", "1-1-1899"])(
    "as %j is no day",
    (text) => {
      expect(readWrittenDay(text)).toBeNull();
    },
  );

  test("is never a crash, whatever was typed", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (text) => {
        const read = readWrittenDay(text);
        expect(read === null || calendarDate.safeParse(read).success).toBe(true);
      }),
    );
  });
});

describe("a moment", () => {
  test("falls on the day that it is in Amsterdam, also around midnight and the change of the clock", () => {
    expect(dayOf(new Date("2026-04-23T21:59:59Z"))).toBe("2026-04-23");
    expect(dayOf(new Date("2026-04-23T22:00:00Z"))).toBe("2026-04-24");
    expect(dayOf(new Date("2026-01-31T23:00:00Z"))).toBe("2026-02-01");
    expect(dayOf(new Date("2026-10-25T00:30:00Z"))).toBe("2026-10-25");
    expect(dayOf(new Date("2026-10-25T01:30:00Z"))).toBe("2026-10-25");
  });

  test("belongs to the day that begins and ends around it: 23 hours in March, 25 in October", () => {
    const hours = (text: string) => (endOfDay(day(text)).getTime() - startOfDay(day(text)).getTime() + 1) / 3_600_000;
    expect([hours("2026-03-29"), hours("2026-10-25"), hours("2026-04-23")]).toEqual([23, 25, 24]);
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1950-01-01"), max: new Date("2099-01-01"), noInvalidDate: true }),
        (moment) => {
          const on = dayOf(moment);
          expect(startOfDay(on) <= moment && moment <= endOfDay(on)).toBe(true);
        },
      ),
    );
  });
});

describe("counting days", () => {
  test("forward and back comes to the same day", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -3_000, max: 3_000 }), (from, count) => {
        expect(addDays(addDays(from, count), -count)).toBe(from);
        expect(daysBetween(from, addDays(from, count))).toBe(count);
      }),
    );
  });

  test("sorts as text, and survives the column of the database", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        expect(one < other).toBe(daysBetween(one, other) > 0);
        expect(fromColumn(toColumn(one))).toBe(one);
      }),
    );
  });

  test("knows Monday from Sunday", () => {
    expect([weekdayOf(day("2026-11-23")), weekdayOf(day("2026-11-29"))]).toEqual([1, 7]);
  });
});

describe("an age", () => {
  test("of somebody born on 29 February changes on 1 March in a common year", () => {
    const born = day("2008-02-29");
    expect(birthday(born, 18)).toBe("2026-03-01");
    expect(birthday(born, 20)).toBe("2028-02-29");
    expect([ageOn(born, day("2026-02-28")), ageOn(born, day("2026-03-01"))]).toEqual([17, 18]);
  });

  test("is reached on the birthday, and not a day earlier", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 90 }), (born, age) => {
        const reached: CalendarDate = birthday(born, age);
        expect(ageOn(born, reached)).toBe(age);
        expect(ageOn(born, addDays(reached, -1))).toBe(age - 1);
      }),
    );
  });
});

test("a school year ends on 31 July", () => {
  expect(endOfSchoolYear(day("2026-07-31"))).toBe("2026-07-31");
  expect(endOfSchoolYear(day("2026-08-01"))).toBe("2027-07-31");
});

test("the month after December is January", () => {
  expect(firstOfNextMonth(day("2026-12-31"))).toBe("2027-01-01");
  expect(firstOfNextMonth(day("2026-01-01"))).toBe("2026-02-01");
});
