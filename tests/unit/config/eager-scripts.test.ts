import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { compileEarly } from "@/bin/eager-scripts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "scripts-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
const read = (name: string) => readFileSync(path.join(folder, name), "utf8");

test("a large script is compiled while it arrives and is otherwise as it was built; what is small or no script is left alone", () => {
  const [large, small] = [`run();${" ".repeat(30_000)}`, "run();"];
  write("large.js", large);
  write("small.js", small);
  write("large.css", large);
  compileEarly(folder);
  expect(read("large.js")).toBe(`//# allFunctionsCalledOnLoad\n${large}`);
  expect(read("small.js")).toBe(small);
  expect(read("large.css")).toBe(large);
});

test("a build that is finished twice asks once", () => {
  write("large.js", "x".repeat(30_000));
  compileEarly(folder);
  const once = read("large.js");
  compileEarly(folder);
  expect(read("large.js")).toBe(once);
});
