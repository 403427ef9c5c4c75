import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { dispositionOf } from "@/lib/attachments/file-name";
import { type FigureFile, fileName } from "@/lib/statistics/file";
import { csvOf } from "@/lib/statistics/write-csv";

const fileWith = (text: string): FigureFile => ({
  title: text,
  header: ["Gemeente", "Meldingen", "Op tijd"],
  rows: [
    [
      { kind: "text", text },
      { kind: "number", value: 12.5 },
      { kind: "percent", value: 0.5 },
    ],
  ],
  cover: [],
});

const read = (csv: string): string[][] => parse(csv, { delimiter: ";", bom: true, relax_column_count: true });

test.each(["=1+1", "+1", "-1", "@cmd", "\t=1", "\r=1", "\uFF1D1+1", "\uFF0B1"])(
  "a place called %j is no formula in a file",
  (name) => {
    const [, row] = read(csvOf(fileWith(name)));
    expect(row?.[0]).toMatch(/^'/);
  },
);

test("figures are written as people in the Netherlands type them, with every line whole", () => {
  expect(read(csvOf(fileWith('Súdwest; "Fryslân"')))).toEqual([
    ["Gemeente", "Meldingen", "Op tijd"],
    ['Súdwest; "Fryslân"', "12,5", "50%"],
  ]);
});

test("a file is called by what is in it, and never leads elsewhere", () => {
  expect(fileName({ title: "Meldingen per maand, Twente, schooljaar 2026-2027" }, "xlsx")).toBe(
    "Meldingen per maand, Twente, schooljaar 2026-2027.xlsx",
  );
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 80 }), (title) => {
      const name = fileName({ title }, "csv");
      expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}\u202e]/u);
      expect(name.length).toBeLessThan(170);
      expect(dispositionOf(name)).toMatch(/^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\x21-\x7e]+$/);
    }),
  );
});
