import { describe, expect, test } from "vitest";
import { readTable, rowsAbout, writeTable } from "@/lib/reports/sheet/table";

describe("of a sheet of a whole school", () => {
  const table = readTable("BSN;Datum\n999990019;5-10-2026\n999990020;6-10-2026\n\n0999.990.019;7-10-2026");

  test("only the rows of one student are taken, however the number is written", () => {
    expect(rowsAbout(table, "999990019").map(({ line }) => line)).toEqual([1, 2, 5]);
  });

  test("nothing is left out where nobody is named, or nobody asked for", () => {
    expect(rowsAbout(table, "123456782")).toEqual(table);
    expect(rowsAbout(table, "")).toEqual(table);
  });

  test("rows keep the numbers that the sheet gave them, also on their way through the form", () => {
    const about = rowsAbout(table, "999990019");
    expect(readTable(writeTable(about)).map(({ line }) => line)).toEqual([1, 2, 5]);
  });
});

test("a line is named as the sheet counts it, empty rows too", () => {
  expect(readTable("Datum;Uren\n\n;;\n5-10-2026;3").map(({ line }) => line)).toEqual([1, 4]);
});

test("a cell that was kept from being a formula comes back as it was", () => {
  expect(readTable("Telefoon;x\n'+31612345678;'t Hooft")[1]?.cells).toEqual(["+31612345678", "'t Hooft"]);
});

test("an open quote is named by its row", () => {
  expect(() => readTable('Datum;Naam\n5-10-2026;Jan\n6-10-2026;"Piet')).toThrow(expect.objectContaining({ line: 3 }));
});
