import { describe, expect, test } from "vitest";
import { readStudentSearch } from "@/lib/directory/student-search";

describe("what is looked for", () => {
  const cases = [
    ["sami boer", { words: ["sami", "boer"], birthDate: null }],
    ["Boer, klas 3B", { words: ["Boer", "3B"], birthDate: null }],
    ["2-3-2011", { words: [], birthDate: "2011-03-02" }],
    ["sami 02/03/2011", { words: ["sami"], birthDate: "2011-03-02" }],
    ["sami\u0000boer", { words: ["sami", "boer"], birthDate: null }],
    ["  Ünal-Bos  ", { words: ["Ünal-Bos"], birthDate: null }],
  ] as const;

  test.each(cases)("%j is read in its parts", (text, read) => {
    expect(readStudentSearch(text)).toEqual(read);
  });

  test.each(["", "  ", "s", "klas", "a b", "x".repeat(101)])("%j is too little or too much to look for", (text) => {
    expect(readStudentSearch(text)).toBeNull();
  });

  test("a day that does not exist is a word like any other, and finds nobody", () => {
    expect(readStudentSearch("31-2-2011")).toEqual({ words: ["31-2-2011"], birthDate: null });
  });
});
