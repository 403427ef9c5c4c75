import { expect, test } from "vitest";
import { rateLimiter } from "@/lib/couplings/rate-limit";

const at = (milliseconds: number) => new Date(milliseconds);

test("a caller may spend the burst at once, and then waits", () => {
  const limiter = rateLimiter({ perSecond: 10, burst: 3 });
  expect([1, 2, 3, 4].map(() => limiter.take("a", at(0)))).toEqual([0, 0, 0, 1]);
});

test("the bucket fills again with time, and never above the burst", () => {
  const limiter = rateLimiter({ perSecond: 10, burst: 2 });
  limiter.take("a", at(0));
  limiter.take("a", at(0));
  expect(limiter.take("a", at(50))).toBe(1);
  expect(limiter.take("a", at(100))).toBe(0);
  expect([1, 2, 3].map(() => limiter.take("a", at(60_000)))).toEqual([0, 0, 1]);
});

test("one caller's haste is not another's", () => {
  const limiter = rateLimiter({ perSecond: 1, burst: 1 });
  limiter.take("a", at(0));
  expect(limiter.take("a", at(0))).toBeGreaterThan(0);
  expect(limiter.take("b", at(0))).toBe(0);
});

test("a clock that goes back gives nothing for free", () => {
  const limiter = rateLimiter({ perSecond: 10, burst: 1 });
  limiter.take("a", at(10_000));
  expect(limiter.take("a", at(5_000))).toBeGreaterThan(0);
});
