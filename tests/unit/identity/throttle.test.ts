import { expect, test } from "vitest";
import { remembered, secondsToWait, throttles } from "@/lib/identity/throttle";

const at = new Date("2026-04-23T08:00:00Z");
const before = (seconds: number) => new Date(at.getTime() - seconds * 1000);
const failed = (failureCount: number, secondsAgo = 0) => ({ failureCount, lastFailedAt: before(secondsAgo) });

test("a typing error or two cost nobody a wait", () => {
  expect(secondsToWait(failed(2), throttles.pair, at)).toBe(0);
});

test("the wait doubles with each failure, and never passes five minutes", () => {
  const waits = [3, 4, 5, 8, 11, 12, 50, 10_000].map((count) => secondsToWait(failed(count), throttles.pair, at));
  expect(waits).toEqual([1, 2, 4, 32, 256, 300, 300, 300]);
});

test("when the wait is over one may try again, however often it went wrong", () => {
  expect(secondsToWait(failed(10_000, 299), throttles.pair, at)).toBe(1);
  expect(secondsToWait(failed(10_000, 300), throttles.pair, at)).toBe(0);
});

test("a whole school behind one address signs in on Monday morning without a wait", () => {
  expect(secondsToWait(failed(99), throttles.network, at)).toBe(0);
});

test("strangers from everywhere make a newcomer wait half a minute at most", () => {
  expect(secondsToWait(failed(1_000_000), throttles.account, at)).toBe(30);
});

test("failures are forgotten after their time", () => {
  expect(remembered(failed(9, 59 * 60), throttles.account, at).failureCount).toBe(9);
  expect(remembered(failed(9, 60 * 60), throttles.account, at).failureCount).toBe(0);
  expect(remembered(undefined, throttles.account, at).failureCount).toBe(0);
});
