import { expect, test } from "vitest";
import { readSearch } from "@/lib/reports/report-search";
import { newReference } from "@/lib/shared/reference";

test.each(["", "  ", "a", "%", "\u0000\u0007", "- -"])("%j is too little to look for", (typed) => {
  expect(readSearch(typed)).toBeNull();
});

test("a reference and a number are what they are, however they are typed", () => {
  const reference = newReference(2026, new Uint8Array([1, 2, 3, 4, 5, 6]));
  expect(readSearch(` ${reference.toLowerCase()} `)).toEqual({ kind: "reference", reference });
  expect(readSearch("123 456 782")).toEqual({ kind: "number", number: "123456782" });
});

test("of a name the prefixes are left out, unless there is nothing else", () => {
  expect(readSearch("Sami van der Berg")).toMatchObject({ words: ["Sami", "Berg"] });
  expect(readSearch("de")).toMatchObject({ words: ["de"] });
});

test("more than four words say no more, and a long text is cut", () => {
  expect(readSearch("een twee drie vier vijf zes")).toMatchObject({ words: ["een", "twee", "drie", "vier"] });
  expect(readSearch(`${"lang ".repeat(40)}`)).toMatchObject({ words: ["lang", "lang", "lang", "lang"] });
});
