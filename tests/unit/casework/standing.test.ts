import { expect, test } from "vitest";
import { standingOf } from "@/components/inbox/standing";
import { nowAt } from "@/lib/shared/clock";

const now = nowAt(new Date("2026-11-10T09:00:00Z"));
const soon = new Date("2026-11-12T22:59:59Z");
const past = new Date("2026-11-05T22:59:59Z");
const fresh = {
  status: "registered",
  hasReaction: false,
  promisedAt: soon,
  isStill: false,
  changedAt: now.at,
} as const;

test("only what is over its term is red, and the next reaction has a word of its own", () => {
  expect(standingOf({ ...fresh, promisedAt: past }, now)).toEqual({ word: "late", tone: "late" });
  expect(standingOf({ ...fresh, promisedAt: null, hasReaction: true }, now).tone).not.toBe("late");
  expect(standingOf({ ...fresh, promisedAt: past, hasReaction: true }, now)).toEqual({ word: "over", tone: "late" });
  expect(standingOf({ ...fresh, promisedAt: past, isStill: true }, now)).toEqual({ word: "waiting", tone: "wait" });
  expect(standingOf({ ...fresh, promisedAt: past, status: "closed" }, now)).toEqual({ word: "closed", tone: "done" });
});

test("what nobody touched is new, and what was reopened says so until somebody acts", () => {
  expect(standingOf(fresh, now).word).toBe("new");
  expect(standingOf({ ...fresh, status: "in_progress" }, now).word).toBe("reopened");
  expect(standingOf({ ...fresh, status: "in_progress", hasReaction: true }, now)).toEqual({
    word: "in_progress",
    tone: "busy",
  });
});
