import { describe, expect, test } from "vitest";
import { usualLessons } from "@/lib/reports/lesson-hours";
import { applySheet, type SheetPlace } from "@/lib/reports/sheet/apply";
import { chooseColumns, readSheetDay, withHeads } from "@/lib/reports/sheet/columns";
import { readTable, writeTable } from "@/lib/reports/sheet/table";

const place: SheetPlace = {
  firstDay: "2026-10-01",
  lastDay: "2026-10-31",
  counts: "lessons",
  lessons: usualLessons,
  periods: [{ firstDay: "2026-10-17", lastDay: "2026-10-25", kind: "holiday" }],
  studentNumber: "999990019",
};

function take(text: string, given: Partial<SheetPlace> = {}) {
  const sheet = withHeads(readTable(text));
  return applySheet(sheet, chooseColumns(sheet, {}, {}), { ...place, ...given });
}

describe("the columns of a sheet", () => {
  const columnsOf = (text: string, chosen = {}, remembered = {}) =>
    chooseColumns(withHeads(readTable(text)), chosen, remembered);

  test.each([
    ["Datum;Lesuur\n5-10-2026;3", { day: "Datum", lesson: "Lesuur" }],
    ["DATUM VERZUIM\tAantal uren\n5-10-2026\t3", { day: "DATUM VERZUIM", hours: "Aantal uren" }],
    [
      "Leerlingnummer,Naam,Lesdatum,Uur\n1,Jan,5-10-2026,3",
      { student: "Leerlingnummer", day: "Lesdatum", lesson: "Uur" },
    ],
    ["5-10-2026\t6\n6-10-2026\t4", { day: "1", hours: "2" }],
    ["5-10-2026\t1\n5-10-2026\t2", { day: "1", lesson: "2" }],
    ["Wanneer;Hoeveel\n5-10-2026;3", {}],
  ])("are known from %j", (text, columns) => {
    expect(columnsOf(text)).toEqual(columns);
  });

  test("are those that the school chose, then those that it chose before", () => {
    const text = "Wanneer;Hoeveel;Datum;Uren\n5-10-2026;3;6-10-2026;4";
    const chosen = { day: "Wanneer", hours: "Hoeveel" };
    expect(columnsOf(text, chosen)).toEqual(chosen);
    expect(columnsOf(text, {}, chosen)).toEqual(chosen);
    expect(columnsOf("Datum;Uren\n5-10-2026;3", {}, chosen)).toEqual({ day: "Datum", hours: "Uren" });
  });
});

test.each([
  ["5-10-2026", "2026-10-05"],
  ["ma 5-10-2026", "2026-10-05"],
  ["maandag 5 oktober 2026", "2026-10-05"],
  ["2026-10-05", "2026-10-05"],
  ["05-10-2026 00:00:00", "2026-10-05"],
  ["2026-10-05T08:30", "2026-10-05"],
  ["31-9-2026", null],
  ["totaal", null],
  ["", null],
])("the day in %j is %s", (cell, day) => {
  expect(readSheetDay(cell)).toBe(day);
});

describe("the hours of a sheet", () => {
  test("lessons of a day come together in its column of the grid", () => {
    expect(take("Datum;Lesuur\n5-10-2026;3\n5-10-2026;1\n6-10-2026;2-4\n7-10-2026;1, 5")).toMatchObject({
      values: {
        "lesson.2026-10-05": ["1", "3"],
        "lesson.2026-10-06": ["2", "3", "4"],
        "lesson.2026-10-07": ["1", "5"],
      },
      days: ["2026-10-05", "2026-10-06", "2026-10-07"],
      refused: [],
      isFromFirstLesson: false,
    });
  });

  test("a whole day, in words or in hours, is the whole day", () => {
    const { values } = take("Datum;Uren\n5-10-2026;hele dag\n6-10-2026;6\n7-10-2026;8");
    expect(values).toEqual({ "whole.2026-10-05": "yes", "whole.2026-10-06": "yes", "whole.2026-10-07": "yes" });
  });

  test("hours without lessons are ticked from the first one on, and that is said", () => {
    expect(take("5-10-2026\t2,5")).toMatchObject({
      values: { "lesson.2026-10-05": ["1", "2", "3"] },
      isFromFirstLesson: true,
    });
  });

  test("where the clock counts, hours stay hours", () => {
    expect(take("5-10-2026\t2,5\n6-10-2026\t5", { counts: "clock" }).values).toEqual({
      "clock.2026-10-05": "2,5",
      "clock.2026-10-06": "5",
    });
  });

  test("a line that cannot be read is named by its number, and nothing is guessed", () => {
    const { refused, days } = take(
      "Datum;Lesuur\nvandaag;3\n5-10-2026;13\n5-10-2026;-1\n5-10-2026;\n30-9-2026;1\n20-10-2026;1\n10-10-2026;1\n5-10-2026;2",
    );
    expect(refused).toEqual([
      { line: 2, code: "row-day" },
      { line: 3, code: "row-amount" },
      { line: 4, code: "row-amount" },
      { line: 5, code: "row-amount" },
      { line: 6, code: "row-outside" },
      { line: 7, code: "row-off" },
      { line: 8, code: "row-off" },
    ]);
    expect(days).toEqual(["2026-10-05"]);
  });

  test.each(["-1", "0", "1e9", "25", "NaN", "x", "1-99", "12-1"])("%s is no number of hours", (amount) => {
    expect(take(`Datum;Uren\n5-10-2026;${amount}`).refused).toEqual([{ line: 2, code: "row-amount" }]);
  });

  test("lines of other students are left out and counted", () => {
    const text = "BSN;Datum;Lesuur\n999990019;5-10-2026;1\n999990020;5-10-2026;2\n999990019;5-10-2026;3";
    expect(take(text)).toMatchObject({ values: { "lesson.2026-10-05": ["1", "3"] }, others: 1 });
  });

  test("a number that lost its nought in a sheet is still the same", () => {
    const text = "BSN;Datum;Lesuur\n12345678;5-10-2026;1\n999990020;5-10-2026;2";
    expect(take(text, { studentNumber: "012345678" })).toMatchObject({ others: 1, days: ["2026-10-05"] });
  });

  test("of several students of whom none is this one nothing is taken", () => {
    const text = "Leerlingnummer;Datum;Lesuur\n1001;5-10-2026;1\n1002;5-10-2026;2";
    expect(take(text)).toMatchObject({ days: [], isOfSeveral: true });
    expect(take("Leerlingnummer;Datum;Lesuur\n1001;5-10-2026;1").days).toEqual(["2026-10-05"]);
  });

  test("a sheet under the BSN of another student is not this one's", () => {
    const text = "BSN;Datum;Lesuur\n999990020;5-10-2026;1";
    expect(take(text, { studentNumber: "999990032" })).toMatchObject({ days: [], isOfAnother: true });
    expect(take(text, { studentNumber: "999990020" })).toMatchObject({ days: ["2026-10-05"], isOfAnother: false });
  });

  test("a line of totals, which names no student, is nobody's", () => {
    const text = "Leerlingnummer;Datum;Lesuur\n1001;5-10-2026;1\n1002;5-10-2026;2\n;6-10-2026;3";
    expect(take(text, { studentNumber: "" })).toMatchObject({ days: [], isOfSeveral: true });
    const ofOne = "Leerlingnummer;Datum;Lesuur\n1001;5-10-2026;1\nTotaal;;1";
    expect(take(ofOne)).toMatchObject({ days: ["2026-10-05"], isOfSeveral: false });
  });

  test("the same file once more gives the same", () => {
    const text = "Datum;Lesuur\n5-10-2026;3\n5-10-2026;3";
    expect(take(writeTable(readTable(text)))).toEqual(take(text));
    expect(take(text).values).toEqual({ "lesson.2026-10-05": ["3"] });
  });
});
