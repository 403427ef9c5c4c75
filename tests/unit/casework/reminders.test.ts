import { describe, expect, test } from "vitest";
import { type Reminded, reminderMoments, remindersOf, type TermPile } from "@/lib/casework/reminders";
import { calendarDate, dayOf } from "@/lib/shared/calendar-date";
import { nowAt } from "@/lib/shared/clock";

const today = calendarDate.parse("2026-11-10");
const person = (id: string, traits: Partial<Reminded> = {}): Reminded => ({
  id,
  leads: false,
  protectedCases: false,
  leaves: [],
  ...traits,
});
const away = (deputyId: string | null) => ({ leaves: [{ firstDay: today, lastDay: null, deputyId }] });
const lead = person("lead", { leads: true });
const pile = (officerId: string | null, traits: Partial<TermPile> = {}): TermPile => ({
  officerId,
  isProtected: false,
  soon: 2,
  over: 3,
  escalated: 0,
  ...traits,
});
const told = (piles: readonly TermPile[], ...team: readonly Reminded[]) =>
  Object.fromEntries(
    remindersOf(piles, team, today).map((one) => [one.accountId, [one.soonCount, one.overCount, one.escalatedCount]]),
  );

test("an officer hears of his own, and the lead only of what is over its term for too long", () => {
  expect(told([pile("anna")], person("anna"), lead)).toEqual({ anna: [2, 3, 0] });
  expect(told([pile("anna", { escalated: 1 })], person("anna"), lead)).toEqual({ anna: [2, 3, 0], lead: [0, 0, 1] });
});

test("whoever stands in hears of it while the officer is away", () => {
  expect(told([pile("anna")], person("anna", away("bram")), person("bram"), lead)).toEqual({ bram: [2, 3, 0] });
});

test("what nobody has in hand, or an officer who is away without a deputy, is for the lead", () => {
  expect(told([pile(null), pile("anna"), pile("gone")], person("anna", away(null)), lead)).toEqual({ lead: [6, 9, 0] });
});

test("of a protected case only those hear who are named for such cases", () => {
  const secret = pile("anna", { isProtected: true, escalated: 2 });
  expect(told([secret], person("anna"), lead)).toEqual({});
  const named = { protectedCases: true };
  expect(told([secret], person("anna", named), lead)).toEqual({ anna: [2, 3, 0] });
  expect(told([secret], person("anna", named), person("lead", { leads: true, ...named }))).toEqual({
    anna: [2, 3, 0],
    lead: [0, 0, 2],
  });
});

test("a lead who has a report in hand himself hears of it once", () => {
  expect(told([pile("lead", { escalated: 3 })], lead)).toEqual({ lead: [2, 3, 0] });
});

describe("the moment of a reminder", () => {
  test.each([
    ["Sunday night", "2026-11-08T22:30:00Z"],
    ["Saturday at noon", "2026-11-07T11:00:00Z"],
    ["a free day", "2026-04-27T08:00:00Z"],
    ["a working day before seven", "2026-11-10T05:59:00Z"],
    ["a working day before seven in summer", "2026-07-07T04:59:00Z"],
    ["the Sunday on which summer time begins", "2026-03-29T06:00:00Z"],
    ["the Sunday night before the first Monday of summer time", "2026-03-29T21:59:00Z"],
    ["the first Monday of summer time before seven", "2026-03-30T04:59:00Z"],
    ["the Sunday night on which summer time has ended", "2026-10-25T22:59:00Z"],
    ["the first Monday of winter time before seven", "2026-10-26T05:59:00Z"],
    ["Whit Monday", "2026-05-25T08:00:00Z"],
  ])("is not on %s", (_when, at) => {
    expect(reminderMoments(nowAt(new Date(at)))).toBeNull();
  });

  test("is from seven in the morning, and what is near ends on the next working day", () => {
    const friday = reminderMoments(nowAt(new Date("2026-11-06T06:00:00Z")));
    expect(friday && dayOf(friday.soonUntil)).toBe("2026-11-09");
    expect(friday && dayOf(friday.escalatedBefore)).toBe("2026-11-04");
    const afterKingsDay = reminderMoments(nowAt(new Date("2026-04-28T08:00:00Z")));
    expect(afterKingsDay && dayOf(afterKingsDay.escalatedBefore)).toBe("2026-04-23");
  });

  test.each([
    ["a Monday", "Friday before the weekend", "2026-11-13T06:00:00Z", "2026-11-16"],
    ["the Monday after summer time began", "the Friday before", "2026-03-27T06:00:00Z", "2026-03-30"],
    ["the Monday after summer time ended", "the Friday before", "2026-10-23T05:00:00Z", "2026-10-26"],
    ["the Tuesday after Easter", "Maundy Thursday", "2026-04-02T05:00:00Z", "2026-04-07"],
    ["the first working day of the year", "the last of the old one", "2026-12-31T06:00:00Z", "2027-01-04"],
  ])("of what ends on %s is on %s, and not on the night in between", (_day, _when, at, last) => {
    const moments = reminderMoments(nowAt(new Date(at)));
    expect(moments && dayOf(moments.soonUntil)).toBe(last);
  });

  test("is not on a day on which the office itself is closed, and counts by its days", () => {
    const own = new Set([calendarDate.parse("2026-11-09")]);
    expect(reminderMoments(nowAt(new Date("2026-11-09T08:00:00Z")), own)).toBeNull();
    const friday = reminderMoments(nowAt(new Date("2026-11-06T06:00:00Z")), own);
    expect(friday && dayOf(friday.soonUntil)).toBe("2026-11-10");
    const wednesday = reminderMoments(nowAt(new Date("2026-11-11T08:00:00Z")), own);
    expect(wednesday && dayOf(wednesday.escalatedBefore)).toBe("2026-11-06");
  });
});
