import { describe, expect, test } from "vitest";
import type { PlainPeriod } from "@/lib/directory/school-calendar";
import { hoursOf } from "@/lib/reports/hours";
import { usualLessons } from "@/lib/reports/lesson-hours";
import { lastDayToReport, schoolDaysLate } from "@/lib/reports/report-lateness";
import { type CountedAbsence, type Counting, type EarlierReport, thresholdOf } from "@/lib/reports/threshold";
import { calendarDate } from "@/lib/shared/calendar-date";
import { dayAfter, weekdayNumber } from "@/lib/shared/plain-days";
import { chanceFrom } from "@/prisma/seed/random";

const autumn: PlainPeriod = { firstDay: "2026-10-17", lastDay: "2026-10-25", kind: "holiday", name: "Herfstvakantie" };
const christmas: PlainPeriod = { firstDay: "2026-12-19", lastDay: "2027-01-03", kind: "holiday" };
const summer: PlainPeriod = { firstDay: "2026-07-18", lastDay: "2026-08-30", kind: "holiday" };
const nothing: Counting = { periods: [], earlier: [], over18Days: null, lateDays: [], ladder: [] };
const around = (...periods: readonly PlainPeriod[]): Counting => ({ ...nothing, periods });

/** "2026-10-05 6, 2026-10-06 4" as days with hours. */
function daysOf(text: string) {
  return text.split(", ").map((part) => {
    const [day = "", hours = ""] = part.split(" ");
    return { day, hours: Number(hours) };
  });
}

function truancy(text: string, given: Partial<CountedAbsence> = {}): CountedAbsence {
  const days = daysOf(text);
  return { type: "sixteen_hours_in_four_weeks", firstDay: days[0]?.day ?? "", lastDay: null, days, ...given };
}

function away(type: CountedAbsence["type"], firstDay: string, lastDay: string | null = null): CountedAbsence {
  return { type, firstDay, lastDay, days: [] };
}

function earlierReport(given: Partial<EarlierReport>): EarlierReport {
  return {
    reference: "V-2026-EERDER1",
    type: "sixteen_hours_in_four_weeks",
    firstDay: "2026-09-01",
    lastDay: "2026-09-11",
    filedOn: "2026-09-14",
    days: [],
    ...given,
  };
}

const later = "2027-06-30";
const reachedOn = (absence: CountedAbsence, counting = nothing, on = later) =>
  thresholdOf(absence, counting, on)?.reachedOn;

describe("sixteen hours in four lesson weeks", () => {
  test.each<[why: string, hours: string, counting: Counting, reached: string | null]>([
    ["three whole days of six: the third", "2026-09-07 6, 2026-09-08 6, 2026-09-09 6", nothing, "2026-09-09"],
    ["fifteen hours are not sixteen", "2026-09-07 6, 2026-09-08 6, 2026-09-09 3", nothing, null],
    ["exactly sixteen", "2026-09-07 6, 2026-09-08 6, 2026-09-09 4", nothing, "2026-09-09"],
    ["a quarter short", "2026-09-07 8, 2026-09-08 7.75", nothing, null],
    ["parts of hours add up without drift", "2026-09-07 5.1, 2026-09-08 5.2, 2026-09-09 5.7", nothing, "2026-09-09"],
    ["Monday of week 1 to Friday of week 4", "2026-09-07 8, 2026-10-02 8", nothing, "2026-10-02"],
    ["Monday of week 1 and Monday of week 5", "2026-09-07 8, 2026-10-05 8", nothing, null],
    ["Friday of week 1 counts with Friday of week 4", "2026-09-11 8, 2026-10-02 8", nothing, "2026-10-02"],
    [
      "the window slides: the first week drops out",
      "2026-09-07 6, 2026-09-14 5, 2026-10-05 5, 2026-10-06 6",
      nothing,
      "2026-10-06",
    ],
    ["an autumn holiday is passed over", "2026-09-28 8, 2026-10-30 8", around(autumn), "2026-10-30"],
    ["without that holiday it is the fifth week", "2026-09-28 8, 2026-10-30 8", nothing, null],
    ["two weeks of Christmas are passed over", "2026-12-07 8, 2027-01-15 8", around(christmas), "2027-01-15"],
    ["the week after that is the fifth", "2026-12-07 8, 2027-01-18 8", around(christmas), null],
    ["the summer is passed over", "2026-07-06 8, 2026-09-11 8", around(summer), "2026-09-11"],
    ["hours in a holiday do not count", "2026-10-12 8, 2026-10-19 8", around(autumn), null],
    ["hours in a weekend do not count", "2026-09-11 8, 2026-09-12 8", nothing, null],
    ["hours on a national free day do not count", "2026-04-24 8, 2026-04-27 8", nothing, null],
    [
      "a week of four holidays and one day of lessons is a lesson week",
      "2026-09-28 8, 2026-10-30 8",
      around({ ...autumn, lastDay: "2026-10-22" }),
      null,
    ],
    [
      "a block is passed over",
      "2026-09-07 8, 2026-10-09 8",
      around({ firstDay: "2026-09-21", lastDay: "2026-09-25", kind: "block" }),
      "2026-10-09",
    ],
    [
      "an internship is passed over",
      "2026-09-07 8, 2026-10-16 8",
      around({ firstDay: "2026-09-14", lastDay: "2026-09-25", kind: "internship" }),
      "2026-10-16",
    ],
    [
      "a week half holiday, half internship is no lesson week",
      "2026-09-28 8, 2026-10-30 8",
      around(
        { ...autumn, lastDay: "2026-10-20" },
        { firstDay: "2026-10-21", lastDay: "2026-10-25", kind: "internship" },
      ),
      "2026-10-30",
    ],
    [
      "a school that teaches through the holiday of its region counts that week",
      "2026-09-28 8, 2026-10-30 8",
      around(autumn, { firstDay: "2026-10-19", lastDay: "2026-10-23", kind: "lessons" }),
      null,
    ],
    ["over the change of clocks", "2026-10-23 8, 2026-10-26 8", nothing, "2026-10-26"],
    ["over the turn of the year", "2026-12-31 8, 2027-01-04 8", nothing, "2027-01-04"],
    ["on a leap day", "2028-02-28 8, 2028-02-29 8", nothing, "2028-02-29"],
    ["days in any order", "2026-09-09 6, 2026-09-07 6, 2026-09-08 6", nothing, "2026-09-09"],
    ["nothing at all", "2026-09-07 0", nothing, null],
  ])("%s", (_, hours, counting, reached) => {
    expect(reachedOn(truancy(hours), counting)).toBe(reached);
  });

  test("says how far it is while it is not reached, and from which week", () => {
    const { amount, limit, from } = thresholdOf(truancy("2026-09-28 8, 2026-10-30 7"), around(autumn), later) ?? {};
    expect({ amount, limit, from }).toEqual({ amount: 15, limit: 16, from: "2026-09-28" });
  });

  test("says which hours do not count", () => {
    expect(thresholdOf(truancy("2026-10-16 6, 2026-10-19 5"), around(autumn), later)).toMatchObject({
      amount: 6,
      outside: 5,
    });
  });
});

describe("after an earlier report", () => {
  const first = earlierReport({ days: daysOf("2026-09-08 8, 2026-09-11 8") });
  const followed = (...earlier: readonly EarlierReport[]): Counting => ({ ...nothing, earlier });

  test("the count begins anew the day after its last day", () => {
    const next = truancy("2026-09-14 8, 2026-09-15 8");
    expect(reachedOn(next, followed(first))).toBe("2026-09-15");
    expect(reachedOn(truancy("2026-09-14 8"), followed(first))).toBeNull();
    expect(thresholdOf(next, followed(first), later)?.restart).toMatchObject({ lastDay: "2026-09-11" });
  });

  test("hours of before are in no window, and it begins where the count does", () => {
    const { from, amount } = thresholdOf(truancy("2026-09-14 8"), followed(first), later) ?? {};
    expect({ from, amount }).toEqual({ from: "2026-09-12", amount: 8 });
  });

  test("in absence that goes on the next report is allowed from the seventh day after it, over a weekend too", () => {
    expect(thresholdOf(truancy("2026-09-14 8"), followed(first), later)?.restart?.nextFrom).toBe("2026-09-18");
  });

  test("a student who was back in between may be reported at once", () => {
    expect(thresholdOf(truancy("2026-09-15 8"), followed(first), later)?.restart?.nextFrom).toBeNull();
  });

  test("a holiday in between is no return", () => {
    const untilAutumn = earlierReport({ lastDay: "2026-10-16" });
    const counting = { ...followed(untilAutumn), periods: [autumn] };
    expect(thresholdOf(truancy("2026-10-26 8"), counting, later)?.restart?.nextFrom).toBe("2026-10-23");
  });

  test("one without a last day tells what had happened when it was sent", () => {
    const open = earlierReport({ lastDay: null, days: daysOf("2026-09-08 8, 2026-09-10 8") });
    expect(thresholdOf(truancy("2026-09-16 8"), followed(open), later)?.restart?.lastDay).toBe("2026-09-10");
    const bare = earlierReport({ lastDay: null, days: [] });
    expect(thresholdOf(truancy("2026-09-16 8"), followed(bare), later)?.restart?.lastDay).toBe("2026-09-14");
  });

  test("the last of several decides", () => {
    const second = earlierReport({ reference: "V-2026-TWEEDE1", lastDay: "2026-09-25" });
    expect(thresholdOf(truancy("2026-10-05 8"), followed(second, first), later)?.restart?.reference).toBe(
      "V-2026-TWEEDE1",
    );
  });

  test("a signal of a few hours does not begin anew: its hours count along", () => {
    const signal = earlierReport({ type: "other_absence", days: daysOf("2026-09-08 6") });
    expect(reachedOn(truancy("2026-09-14 6, 2026-09-15 4"), followed(signal))).toBe("2026-09-15");
    expect(thresholdOf(truancy("2026-09-14 6"), followed(signal), later)).toMatchObject({ amount: 12, restart: null });
  });

  test("a day that two reports name counts once", () => {
    const signal = earlierReport({ type: "other_absence", days: daysOf("2026-09-14 6") });
    expect(thresholdOf(truancy("2026-09-14 6, 2026-09-15 6"), followed(signal), later)?.amount).toBe(12);
  });
});

describe("absence on end", () => {
  test.each<[why: string, absence: CountedAbsence, counting: Counting, reached: string | null]>([
    ["long-term from day 29", away("long_term_non_attendance", "2026-09-01"), nothing, "2026-09-29"],
    ["back on day 28", away("long_term_non_attendance", "2026-09-01", "2026-09-28"), nothing, null],
    ["away until day 29", away("long_term_non_attendance", "2026-09-01", "2026-09-29"), nothing, "2026-09-29"],
    ["over 18 from day 28", away("over_18_absence", "2026-09-01"), nothing, "2026-09-28"],
    [
      "a shorter term of the school",
      away("over_18_absence", "2026-09-01"),
      { ...nothing, over18Days: 14 },
      "2026-09-14",
    ],
    [
      "that term is not for minors",
      away("long_term_non_attendance", "2026-09-01"),
      { ...nothing, over18Days: 14 },
      "2026-09-29",
    ],
    ["holidays run on", away("long_term_non_attendance", "2026-10-01"), around(autumn), "2026-10-29"],
    [
      "a block does not lengthen it",
      away("long_term_non_attendance", "2026-09-01"),
      around({ firstDay: "2026-09-14", lastDay: "2026-09-20", kind: "block" }),
      "2026-10-06",
    ],
    [
      "an internship does not break it",
      away("over_18_absence", "2026-09-01"),
      around({ firstDay: "2026-09-07", lastDay: "2026-09-11", kind: "internship" }),
      "2026-10-03",
    ],
    ["over a leap day", away("over_18_absence", "2024-02-02"), nothing, "2024-02-29"],
  ])("%s", (_, absence, counting, reached) => {
    expect(reachedOn(absence, counting)).toBe(reached);
  });

  test("a student who is still away has been away until today", () => {
    expect(thresholdOf(away("long_term_non_attendance", "2026-09-01"), nothing, "2026-09-10")).toMatchObject({
      amount: 10,
      reachedOn: null,
    });
  });
});

test.each(["holiday_truancy", "late_arrival"] as const)("%s has no threshold", (type) => {
  expect(thresholdOf(away(type, "2026-09-01"), nothing, later)).toBeNull();
});

describe("in time", () => {
  test.each<[reached: string, filed: string, periods: readonly PlainPeriod[], last: string, late: number]>([
    ["2026-09-09", "2026-09-09", [], "2026-09-16", 0],
    ["2026-09-09", "2026-09-16", [], "2026-09-16", 0],
    ["2026-09-09", "2026-09-17", [], "2026-09-16", 1],
    ["2026-09-09", "2026-09-19", [], "2026-09-16", 2],
    ["2026-09-09", "2026-09-21", [], "2026-09-16", 3],
    ["2026-04-23", "2026-05-01", [], "2026-05-01", 0],
    ["2026-10-15", "2026-10-30", [autumn], "2026-10-29", 1],
    ["2026-12-17", "2027-01-08", [christmas], "2027-01-07", 1],
    [
      "2026-09-09",
      "2026-09-17",
      [{ firstDay: "2026-09-14", lastDay: "2026-09-18", kind: "internship" }],
      "2026-09-16",
      1,
    ],
    ["2026-09-09", "2026-09-17", [{ firstDay: "2026-09-14", lastDay: "2026-09-14", kind: "free" }], "2026-09-17", 0],
  ])("reached %s, reported %s", (reached, filed, periods, last, late) => {
    expect(lastDayToReport(reached, periods)).toBe(last);
    expect(schoolDaysLate(reached, filed, periods)).toBe(late);
  });
});

describe("hours", () => {
  const day = calendarDate.parse("2026-09-09");
  test("a lesson of at most an hour is an hour, a longer one counts by the clock", () => {
    expect(hoursOf({ day, lessons: [1, 2] }, usualLessons)).toBe(2);
    expect(hoursOf({ day, lessons: [1, 2] }, { ...usualLessons, lessonMinutes: 60 })).toBe(2);
    expect(hoursOf({ day, lessons: [1, 2] }, { ...usualLessons, lessonMinutes: 90 })).toBe(3);
  });

  test("a whole day counts the lessons of that weekday", () => {
    const settings = { ...usualLessons, lessonsByWeekday: [7, 6, 4, 7, 5] };
    expect(hoursOf({ day, wholeDay: true }, settings)).toBe(4);
    expect(hoursOf({ day, wholeDay: true }, usualLessons)).toBe(6);
  });
});

describe("for any absence at all", () => {
  const chance = chanceFrom(37);
  const worlds = Array.from({ length: 300 }, () => aWorld());

  function aWorld() {
    const length = 1 + chance.between(0, 24);
    const days = Array.from({ length }, () => ({
      day: dayAfter("2026-08-31", chance.between(0, 119)),
      hours: (1 + chance.between(0, 31)) / 4,
    }));
    const once = [...new Map(days.map((entry) => [entry.day, entry])).values()];
    const periods = Array.from({ length: chance.between(0, 3) }, (): PlainPeriod => {
      const firstDay = dayAfter("2026-08-31", chance.between(0, 119));
      const kind = ["holiday", "block", "internship", "free"][chance.between(0, 3)] ?? "free";
      return { firstDay, lastDay: dayAfter(firstDay, chance.between(0, 15)), kind };
    });
    return { days: once, periods };
  }

  const isOff = (day: string, periods: readonly PlainPeriod[]) =>
    weekdayNumber(day) > 5 ||
    day === "2026-12-25" ||
    periods.some((period) => period.firstDay <= day && day <= period.lastDay);

  /** Lesson weeks numbered one after the other; weeks without lessons have no number. */
  function weekNumbers(periods: readonly PlainPeriod[]): ReadonlyMap<string, number> {
    const mondays = Array.from({ length: 26 }, (_, index) => dayAfter("2026-08-31", 7 * index));
    const weeks = mondays.map((monday) => [0, 1, 2, 3, 4].map((offset) => dayAfter(monday, offset)));
    const lessonWeeks = weeks.filter((days) => days.some((day) => !isOff(day, periods)));
    return new Map(lessonWeeks.flatMap((days, index) => days.map((day) => [day, index] as const)));
  }

  /** The same rule, told plainly: number the lesson weeks, and look at every day with hours. */
  function toldPlainly({ days, periods }: (typeof worlds)[number]): string | null {
    const weeks = weekNumbers(periods);
    const weekOf = (day: string) => weeks.get(day) ?? -10;
    const counted = days.filter(({ day }) => !isOff(day, periods)).sort((a, b) => a.day.localeCompare(b.day));
    const sixteenth = counted.find(({ day }) => {
      const within = counted.filter((other) => other.day <= day && weekOf(other.day) > weekOf(day) - 4);
      return within.reduce((sum, { hours }) => sum + hours, 0) >= 16;
    });
    return sixteenth?.day ?? null;
  }

  const absenceOf = ({ days }: (typeof worlds)[number]): CountedAbsence => ({
    type: "sixteen_hours_in_four_weeks",
    firstDay: days.map(({ day }) => day).sort()[0] ?? "",
    lastDay: null,
    days,
  });

  test("the day found is the day that the plain telling finds", () => {
    for (const world of worlds)
      expect(reachedOn(absenceOf(world), around(...world.periods)) ?? null).toBe(toldPlainly(world));
  });

  test("one more hour never makes it later, and the order of days does not matter", () => {
    for (const world of worlds) {
      const before = reachedOn(absenceOf(world), around(...world.periods)) ?? "9999";
      const more = { ...world, days: world.days.map((entry) => ({ ...entry, hours: entry.hours + 1 })).reverse() };
      expect((reachedOn(absenceOf(more), around(...world.periods)) ?? "9999") <= before).toBe(true);
    }
  });

  test("the day reached is a day with hours on which lessons are given, and lateness only grows", () => {
    for (const world of worlds) {
      const found = reachedOn(absenceOf(world), around(...world.periods));
      if (!found) continue;
      expect(world.days.map(({ day }) => day)).toContain(found);
      expect(isOff(found, world.periods)).toBe(false);
      const late = [0, 5, 10, 20].map((after) => schoolDaysLate(found, dayAfter(found, after), world.periods));
      expect(late).toEqual(late.toSorted((one, other) => one - other));
    }
  });
});
