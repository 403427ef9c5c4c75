import { expect, test } from "vitest";
import { isTooMany, usualCount } from "@/lib/attachments/brake";

test("the usual is the middle of the days before, so that one odd day changes little", () => {
  expect(usualCount([])).toBe(0);
  expect(usualCount([40])).toBe(40);
  expect(usualCount([10, 9_000, 30])).toBe(30);
  expect(usualCount([10, 20, 30, 9_000])).toBe(25);
});

test("up to a hundred nothing stops, above it more than twice the usual does", () => {
  expect(isTooMany(100, 0)).toBe(false);
  expect(isTooMany(101, 0)).toBe(true);
  expect(isTooMany(200, 100)).toBe(false);
  expect(isTooMany(201, 100)).toBe(true);
});
