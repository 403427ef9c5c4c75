import { expect, test } from "vitest";
import { filesOf, textOf } from "@/tests/support/tree";

const sizes = filesOf("lib/**/*.ts")
  .map((file) => ({ file, lines: textOf(file).split("\n").length - 1 }))
  .sort((one, other) => one.lines - other.lines);

function share(part: number): number {
  return sizes[Math.floor((sizes.length - 1) * part)]?.lines ?? 0;
}

test("files of the domain stay small: half of them at most 60 lines, none above 250", () => {
  expect(share(0.5)).toBeLessThanOrEqual(60);
  expect(share(0.95)).toBeLessThanOrEqual(180);
  expect(sizes.filter(({ lines }) => lines > 250).map(({ file }) => file)).toEqual([]);
});

test("no mark says that something is still to be done", () => {
  const marks = filesOf("{lib,app,components,bin,prisma,tests}/**/*.{ts,tsx,mjs,prisma}").filter((file) =>
    /\b(TO[D]O|FIX[M]E|HA[C]K|X[X]X)\b/.test(textOf(file)),
  );
  expect(marks).toEqual([]);
});
