import { expect, test } from "vitest";
import { exportedFunctions, filesOf, textOf } from "@/tests/support/tree";

const doors = filesOf(
  "lib/*/queries.server.ts",
  "lib/*/queries/*.server.ts",
  "lib/*/commands.server.ts",
  "lib/*/commands/*.server.ts",
);

test("there are doors to look at", () => {
  expect(doors.length).toBeGreaterThan(10);
});

test.each(doors)("whoever passes %s shows a viewer, first and always", (file) => {
  const strangers = exportedFunctions(file).filter(
    ({ first }) => !/^viewer: (\w*Viewer)( \| \w*Viewer)*$/.test(first ?? ""),
  );
  expect(strangers.map(({ name, first }) => `${name}(${first ?? ""})`)).toEqual([]);
});

const serverFiles = filesOf("lib/**/*.server.ts", "lib/**/*.server.tsx");

test.each(serverFiles)("%s says in its first line that it stays on the server", (file) => {
  expect(textOf(file)).toMatch(/^("use server";\n\n)?(\/\/[^\n]*\n|\/\*\*[\s\S]*?\*\/\n)*import "server-only";/);
});
