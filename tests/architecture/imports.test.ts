import { spawnSync } from "node:child_process";
import { realpathSync } from "node:fs";
import { expect, test } from "vitest";

interface Cruise {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly { readonly rule: { name: string } }[];
  };
}

function cruise(): Cruise {
  const program = realpathSync("node_modules/.bin/depcruise");
  const folders = ["lib", "app", "components", "bin", "prisma"];
  const options = ["--config", ".dependency-cruiser.mjs", "--output-type", "json"];
  const { stdout } = spawnSync(process.execPath, [program, ...folders, ...options], {
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  return JSON.parse(stdout);
}

test("every import follows the order of the house, and the tree was really read", () => {
  const { summary } = cruise();
  expect(summary.totalCruised).toBeGreaterThan(150);
  expect(summary.violations.map(({ rule }) => rule.name)).toEqual([]);
});
