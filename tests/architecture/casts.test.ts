import { expect, test } from "vitest";
import { countNodes, filesOf, textOf } from "@/tests/support/tree";

const source = filesOf("{lib,app,components,bin,prisma}/**/*.{ts,tsx}");

/** Files whose work is to turn text, rows or tables into types: parsers and the brand makers of the house. */
const parsers = new Set([
  "lib/shared/ids.ts",
  "lib/shared/calendar-date.ts",
  "lib/audit/transact.server.ts",
  "lib/timeline/events.ts",
  "lib/reports/codes.ts",
  "lib/reports/absence-types.ts",
  "lib/reports/record-codes.ts",
  "lib/casework/interventions.ts",
  "lib/casework/inbox.ts",
  "lib/statistics/breakdowns.ts",
  "lib/statistics/levels.ts",
  "lib/statistics/measures.ts",
  "lib/i18n/words.ts",
  "lib/identity/viewer.ts",
  "lib/identity/seal-viewer.ts",
]);

test("no viewer is made by a cast outside identity and the test builders", () => {
  const forged = filesOf("{lib,app,components,bin,prisma,tests}/**/*.{ts,tsx}").filter(
    (file) =>
      !file.startsWith("lib/identity/") &&
      file !== "tests/support/viewers.ts" &&
      /\bas (unknown as )?\w*Viewer\b/.test(textOf(file)),
  );
  expect(forged).toEqual([]);
});

test("a cast stands only where text, rows or tables become types", () => {
  const found = source.filter((file) => !parsers.has(file) && countNodes(file, "TsAsExpression") > 0);
  expect(found).toEqual([]);
});

test("nobody promises the compiler that something is there", () => {
  expect(source.filter((file) => countNodes(file, "TsNonNullExpression") > 0)).toEqual([]);
});

test("no check of the compiler or the linter is switched off", () => {
  const off = source.filter((file) => /@ts-(ignore|expect-error|nocheck)|biome-ignore/.test(textOf(file)));
  expect(off).toEqual([]);
});
