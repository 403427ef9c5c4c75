import { expect, test } from "vitest";
import { dueOf } from "@/lib/casework/due";
import { calendarDate, endOfDay } from "@/lib/shared/calendar-date";
import { nowAt } from "@/lib/shared/clock";

const day = (text: string) => calendarDate.parse(text);
const now = nowAt(new Date("2026-11-10T09:00:00Z"));
const waiting = { status: "registered", isStill: false, changedAt: now.at } as const;
const dueOn = (text: string) => dueOf({ ...waiting, promisedAt: endOfDay(day(text)) }, now);

test("the last day itself is still in time, until it ends in Amsterdam", () => {
  expect(dueOn("2026-11-10")).toEqual({ kind: "today" });
  const afterMidnight = nowAt(new Date("2026-11-10T23:30:00Z"));
  expect(dueOf({ ...waiting, promisedAt: endOfDay(day("2026-11-10")) }, afterMidnight)).toEqual({
    kind: "late",
    days: 1,
  });
});

test("days after the last one are counted, so that the worst can be seen", () => {
  expect(dueOn("2026-11-08")).toEqual({ kind: "late", days: 2 });
});

test("tomorrow is said in a word, any later day by its date", () => {
  expect(dueOn("2026-11-11")).toEqual({ kind: "tomorrow" });
  expect(dueOn("2026-11-12")).toEqual({ kind: "day", day: "2026-11-12" });
});

test("a report of which nothing more is promised is never late", () => {
  const answered = { ...waiting, promisedAt: null };
  expect(dueOf(answered, now)).toEqual({ kind: "reacted" });
  expect(dueOf({ ...answered, status: "in_progress" }, now)).toEqual({ kind: "reacted" });
});

test("a reopened report can be late again", () => {
  const reopened = { ...waiting, status: "in_progress" as const, promisedAt: endOfDay(day("2026-11-09")) };
  expect(dueOf(reopened, now)).toEqual({ kind: "late", days: 1 });
});

test("what is done says when it was done, however late it was", () => {
  const closed = { ...waiting, status: "closed" as const, promisedAt: endOfDay(day("2026-10-01")) };
  expect(dueOf(closed, now)).toEqual({ kind: "done", day: "2026-11-10" });
});

test("a report whose clock stands still waits, whatever day was promised", () => {
  expect(dueOf({ ...waiting, isStill: true, promisedAt: endOfDay(day("2026-11-09")) }, now)).toEqual({ kind: "still" });
});
