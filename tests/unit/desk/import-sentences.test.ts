import { describe, expect, test } from "vitest";
import { cellSentence, fileSentence } from "@/bin/desk/import-sentences";
import { filesOf, textOf } from "@/tests/support/tree";

const sources = filesOf("lib/directory/imports/*.ts", "lib/directory/student-number.ts").map(textOf).join("\n");
const aboutFiles = /^(file|column)-|^municipality-vanished$/;

const codes = [
  ...new Set(
    [...sources.matchAll(/(?:code|error|"): "([a-z]+(?:-[a-z0-9]+)+)"|^\s+\| "([a-z]+(?:-[a-z0-9]+)+)"/gm)].map(
      ([, one, other]) => one ?? other ?? "",
    ),
  ),
];

describe("a refusal of the command line", () => {
  test("is looked for where codes are made", () => {
    expect(codes).toEqual(
      expect.arrayContaining(["cell-missing", "office-differs", "student-number-excel", "share-invalid"]),
    );
    expect(codes.length).toBeGreaterThan(25);
  });

  test.each(codes.filter((code) => !aboutFiles.test(code)))("with the code %s has a sentence of its own", (code) => {
    const sentence = cellSentence({ line: 3, column: "name", code, fact: "x" });
    expect(sentence).toMatch(/^line 3, column name: \S.*[.?]$/);
    expect(sentence).not.toContain(code);
  });

  test("of a whole row names the line only", () => {
    expect(cellSentence({ line: 3, column: null, code: "cells-do-not-fit", fact: null })).toMatch(/^line 3: \S/);
  });

  test.each(["column-unknown", "column-missing", "column-twice"])("of a header with %s names the column", (code) => {
    expect(fileSentence({ code, field: "colour" })).toContain("colour");
  });

  test.each(["file-empty", "file-not-utf-8", "file-quotes", "file-row-too-long"])(
    "of a file with %s has a sentence",
    (code) => {
      expect(fileSentence({ code, facts: { line: 7 } })).toMatch(/\S.*[.?]$/);
    },
  );
});
