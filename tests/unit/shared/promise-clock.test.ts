import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type CalendarDate, calendarDate, dayOf } from "@/lib/shared/calendar-date";
import { movedBy, workingDaysUsed } from "@/lib/shared/promise-clock";
import { isWorkingDay, lastDayInTime, noFreeDays, type OwnFreeDays, workingDayOf } from "@/lib/shared/working-days";

type Promised = [why: string, from: string, term: number, last: string, free?: OwnFreeDays];

interface Pause {
  readonly from: Date;
  readonly until: Date;
}

const day = (text: string) => calendarDate.parse(text);
const own = (...days: readonly string[]): OwnFreeDays => new Set(days.map(day));
const pause = (from: string, until: string): Pause => ({ from: new Date(from), until: new Date(until) });

/** The days of a promise, one by one from its beginning: slower than the desk's way, and another way. */
function promisedDay(startedAt: Date, term: number, pauses: readonly Pause[], free: OwnFreeDays): CalendarDate {
  const still = (one: CalendarDate) =>
    pauses.some(({ from, until }) => one > workingDayOf(from, free) && one <= workingDayOf(until, free));
  let last = workingDayOf(startedAt, free);
  for (let [at, used] = [last, 0]; used <= term; ) {
    at = addDays(at, 1);
    if (!isWorkingDay(at, free)) continue;
    if (!still(at)) used += 1;
    if (used <= term) last = at;
  }
  return last;
}

const afterPauses = (startedAt: Date, term: number, pauses: readonly Pause[], free: OwnFreeDays = noFreeDays) =>
  pauses.reduce((last, one) => movedBy(last, one, free), lastDayInTime(startedAt, term, free));

describe("the last day of a promise", () => {
  // Moments are UTC; Amsterdam is an hour ahead in winter and two in summer.
  const examples: readonly Promised[] = [
    ["a week without anything", "2026-11-09T09:00:00Z", 5, "2026-11-16"],
    ["the king's birthday in the term", "2026-04-23T10:00:00Z", 5, "2026-05-01"],
    ["the king's birthday and liberation day", "2026-04-23T10:00:00Z", 8, "2026-05-07"],
    ["filed on a Saturday", "2026-11-07T10:00:00Z", 5, "2026-11-16"],
    ["filed on a Sunday", "2026-11-08T10:00:00Z", 5, "2026-11-16"],
    ["filed on Sunday night, a minute before midnight", "2026-11-08T22:59:00Z", 5, "2026-11-16"],
    ["filed a minute later, on Monday", "2026-11-08T23:00:00Z", 5, "2026-11-16"],
    ["filed on Tuesday just after midnight in summer", "2026-06-01T22:30:00Z", 5, "2026-06-09"],
    ["filed on Monday just before midnight in summer", "2026-06-01T21:59:00Z", 5, "2026-06-08"],
    ["filed on Good Friday", "2026-04-03T08:00:00Z", 5, "2026-04-14"],
    ["filed on Maundy Thursday", "2026-04-02T08:00:00Z", 5, "2026-04-13"],
    ["filed on Easter Sunday", "2026-04-05T08:00:00Z", 5, "2026-04-14"],
    ["filed on Easter Monday", "2026-04-06T08:00:00Z", 5, "2026-04-14"],
    ["filed on the day before Ascension Day", "2026-05-13T08:00:00Z", 5, "2026-05-21"],
    ["filed on Ascension Day", "2026-05-14T08:00:00Z", 5, "2026-05-22"],
    ["Whit Monday in the term", "2026-05-21T08:00:00Z", 5, "2026-05-29"],
    ["filed on the day before Christmas", "2026-12-24T08:00:00Z", 5, "2027-01-04"],
    ["filed on Christmas Day", "2026-12-25T08:00:00Z", 5, "2027-01-05"],
    ["filed on the last day of the year", "2026-12-31T08:00:00Z", 1, "2027-01-04"],
    ["filed on New Year's Day", "2026-01-01T08:00:00Z", 1, "2026-01-05"],
    ["the night in which summer time begins", "2026-03-29T00:30:00Z", 5, "2026-04-08"],
    ["the Friday before summer time begins", "2026-03-27T22:30:00Z", 5, "2026-04-07"],
    ["the night in which summer time ends", "2026-10-25T00:30:00Z", 5, "2026-11-02"],
    ["the Friday before summer time ends, almost midnight", "2026-10-23T21:59:00Z", 5, "2026-10-30"],
    ["the same evening an hour later, on Saturday", "2026-10-23T22:59:00Z", 5, "2026-11-02"],
    ["29 February of a leap year in the term", "2028-02-28T08:00:00Z", 2, "2028-03-01"],
    ["the king's birthday on a Sunday, kept on Saturday", "2031-04-24T08:00:00Z", 2, "2031-04-28"],
    ["a term of one day over a weekend", "2026-11-06T08:00:00Z", 1, "2026-11-09"],
    ["a long term over the whole of May", "2026-04-24T08:00:00Z", 20, "2026-05-28"],
    ["a bridge day of the office in the term", "2026-05-13T08:00:00Z", 5, "2026-05-22", own("2026-05-15")],
    ["filed on a bridge day of the office", "2026-05-15T08:00:00Z", 5, "2026-05-26", own("2026-05-15")],
    [
      "an office that is shut between Christmas and New Year",
      "2026-12-22T08:00:00Z",
      5,
      "2027-01-06",
      own("2026-12-28", "2026-12-29", "2026-12-30", "2026-12-31"),
    ],
    [
      "a free day of the office on a Sunday changes nothing",
      "2026-11-09T09:00:00Z",
      5,
      "2026-11-16",
      own("2026-11-15"),
    ],
  ];

  test.each(examples)("%s: from %s, %i working days, by %s", (_why, from, term, last, free = noFreeDays) => {
    expect(lastDayInTime(new Date(from), term, free)).toBe(last);
    expect(promisedDay(new Date(from), term, [], free)).toBe(last);
  });
});

describe("a promise that waited", () => {
  const monday = "2026-11-09T09:00:00Z";
  const examples: readonly (readonly [why: string, pauses: readonly Pause[], last: string])[] = [
    ["asked and answered within a day", [pause("2026-11-10T08:00:00Z", "2026-11-10T15:00:00Z")], "2026-11-16"],
    ["asked on Tuesday, answered on Thursday", [pause("2026-11-10T08:00:00Z", "2026-11-12T08:00:00Z")], "2026-11-18"],
    ["asked on Friday, answered on Monday", [pause("2026-11-13T08:00:00Z", "2026-11-16T08:00:00Z")], "2026-11-17"],
    ["asked on Saturday, answered on Monday", [pause("2026-11-14T08:00:00Z", "2026-11-16T08:00:00Z")], "2026-11-16"],
    ["asked on Friday, answered on Sunday", [pause("2026-11-13T08:00:00Z", "2026-11-15T20:00:00Z")], "2026-11-17"],
    ["asked on the last day itself", [pause("2026-11-16T08:00:00Z", "2026-11-19T08:00:00Z")], "2026-11-19"],
    ["asked when the term was over", [pause("2026-11-17T08:00:00Z", "2026-11-20T08:00:00Z")], "2026-11-16"],
    [
      "asked on the Saturday after a last day on Friday is too late",
      [pause("2026-11-21T08:00:00Z", "2026-11-24T08:00:00Z")],
      "2026-11-16",
    ],
    [
      "two pauses one after the other",
      [pause("2026-11-10T08:00:00Z", "2026-11-11T08:00:00Z"), pause("2026-11-12T08:00:00Z", "2026-11-13T08:00:00Z")],
      "2026-11-18",
    ],
    [
      "a second pause that begins on the day on which the first ends",
      [pause("2026-11-10T08:00:00Z", "2026-11-12T08:00:00Z"), pause("2026-11-12T15:00:00Z", "2026-11-13T08:00:00Z")],
      "2026-11-19",
    ],
    ["half a year at another body", [pause("2026-11-10T08:00:00Z", "2027-05-11T08:00:00Z")], "2027-05-18"],
    [
      "asked at a quarter to midnight on Tuesday",
      [pause("2026-11-10T22:45:00Z", "2026-11-12T08:00:00Z")],
      "2026-11-18",
    ],
    ["asked half an hour later, on Wednesday", [pause("2026-11-10T23:15:00Z", "2026-11-12T08:00:00Z")], "2026-11-17"],
  ];

  test.each(examples)("%s", (_why, pauses, last) => {
    expect(afterPauses(new Date(monday), 5, pauses)).toBe(last);
    expect(promisedDay(new Date(monday), 5, pauses, noFreeDays)).toBe(last);
  });

  test("asked on a free Monday and answered on Wednesday, one day did not count", () => {
    // Whit Monday 25 May 2026.
    const asked = pause("2026-05-25T08:00:00Z", "2026-05-27T08:00:00Z");
    expect(afterPauses(new Date("2026-05-20T08:00:00Z"), 5, [])).toBe("2026-05-28");
    expect(afterPauses(new Date("2026-05-20T08:00:00Z"), 5, [asked])).toBe("2026-05-29");
  });
});

describe("which working day it is", () => {
  const startedAt = new Date("2026-11-09T09:00:00Z");
  const used = (today: string, pauses: readonly { from: Date; until: Date | null }[] = []) =>
    workingDaysUsed({ startedAt, pauses, own: noFreeDays }, day(today));

  test.each([
    ["2026-11-09", 0],
    ["2026-11-10", 1],
    ["2026-11-13", 4],
    ["2026-11-15", 4],
    ["2026-11-16", 5],
  ])("on %s that is working day %i", (today, count) => {
    expect(used(today)).toBe(count);
  });

  test("a clock that stands still stays on the day on which it stopped", () => {
    const open = [{ from: new Date("2026-11-11T08:00:00Z"), until: null }];
    expect([used("2026-11-11", open), used("2026-11-12", open), used("2026-12-24", open)]).toEqual([2, 2, 2]);
  });

  test("pauses that overlap count once", () => {
    const both = [
      pause("2026-11-10T08:00:00Z", "2026-11-12T08:00:00Z"),
      pause("2026-11-11T08:00:00Z", "2026-11-13T08:00:00Z"),
    ];
    expect(used("2026-11-16", both)).toBe(used("2026-11-16", [pause("2026-11-10T08:00:00Z", "2026-11-13T08:00:00Z")]));
    expect(used("2026-11-16", both)).toBe(2);
  });
});

describe("whatever the days", () => {
  const moment = fc.date({ min: new Date("2025-01-01"), max: new Date("2033-12-01"), noInvalidDate: true });
  const hours = fc.integer({ min: 1, max: 400 });
  const freeDays = fc
    .array(fc.integer({ min: 0, max: 3200 }), { maxLength: 40 })
    .map((offsets): OwnFreeDays => new Set(offsets.map((offset) => addDays(day("2025-01-01"), offset))));
  const cases = fc.record({ startedAt: moment, term: fc.integer({ min: 1, max: 40 }), free: freeDays });

  /** Pauses one after the other, each so many hours after the one before. */
  const pausesAfter = (startedAt: Date, lengths: readonly (readonly [gap: number, length: number])[]) => {
    let at = startedAt.getTime();
    return lengths.map(([gap, length]): Pause => {
      const from = new Date(at + gap * 3_600_000);
      at = from.getTime() + length * 3_600_000;
      return { from, until: new Date(at) };
    });
  };

  test("moving a promise pause by pause gives the same day as counting it anew", () => {
    fc.assert(
      fc.property(cases, fc.array(fc.tuple(hours, hours), { maxLength: 5 }), ({ startedAt, term, free }, lengths) => {
        const pauses = pausesAfter(startedAt, lengths);
        expect(afterPauses(startedAt, term, pauses, free)).toBe(promisedDay(startedAt, term, pauses, free));
      }),
    );
  });

  test("a pause never brings a promise forward, and its last day is a day on which the office works", () => {
    fc.assert(
      fc.property(cases, fc.tuple(hours, hours), ({ startedAt, term, free }, length) => {
        const last = lastDayInTime(startedAt, term, free);
        const moved = afterPauses(startedAt, term, pausesAfter(startedAt, [length]), free);
        expect(moved >= last).toBe(true);
        expect(isWorkingDay(moved, free)).toBe(true);
      }),
    );
  });

  test("on the last day of a promise exactly its term has been used, however often it waited", () => {
    fc.assert(
      fc.property(cases, fc.array(fc.tuple(hours, hours), { maxLength: 4 }), ({ startedAt, term, free }, lengths) => {
        const pauses = pausesAfter(startedAt, lengths);
        const last = afterPauses(startedAt, term, pauses, free);
        expect(workingDaysUsed({ startedAt, pauses, own: free }, last)).toBe(term);
      }),
    );
  });

  test("a free day more never makes a promise earlier, and one day later at most", () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 0, max: 60 }), ({ startedAt, term, free }, offset) => {
        const without = lastDayInTime(startedAt, term, free);
        const one = addDays(dayOf(startedAt), offset);
        const withOne = lastDayInTime(startedAt, term, new Set([...free, one]));
        expect(withOne >= without).toBe(true);
        expect(withOne <= lastDayInTime(startedAt, term + 1, free) || workingDayOf(startedAt, free) === one).toBe(true);
      }),
    );
  });
});
