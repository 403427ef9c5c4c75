import { describe, expect, test } from "vitest";
import { distinctHeads, missingRoles, readingFor } from "@/lib/reports/import/columns";

const nothing = { columns: {}, defaults: {} };

describe("the columns of a sheet with reports", () => {
  test("are known by the heads that packages and people use, in any order and hand", () => {
    const heads = ["Naam", "REDEN", "Einddatum", "Burgerservicenummer", "soort verzuim ", "Begindatum", "Opmerking"];
    expect(readingFor(heads, nothing).columns).toEqual({
      reason: "REDEN",
      lastDay: "Einddatum",
      student: "Burgerservicenummer",
      type: "soort verzuim ",
      firstDay: "Begindatum",
      explanation: "Opmerking",
    });
  });

  test("are those that the school chose before, but only while all of these are there", () => {
    const remembered = { columns: { student: "Wie", firstDay: "Datum" }, defaults: { type: "other_absence" as const } };
    expect(readingFor(["Wie", "Datum", "Reden"], remembered)).toEqual(remembered);
    expect(readingFor(["BSN", "Datum"], remembered)).toEqual({
      columns: { student: "BSN", firstDay: "Datum" },
      defaults: { type: "other_absence" },
    });
  });

  test("a head that stands there twice, or not at all, still names one column", () => {
    expect(distinctHeads(["Datum", "", "Datum", "Datum"], 5)).toEqual(["Datum", "2", "Datum (2)", "Datum (3)", "5"]);
  });

  test("what is in no column and holds for no row is asked for", () => {
    expect(missingRoles(nothing)).toEqual(["student", "type", "firstDay", "reason"]);
    const defaults = { type: "late_arrival", reason: "oversleeping" } as const;
    expect(missingRoles({ columns: { student: "BSN", days: "Keren" }, defaults })).toEqual([]);
  });
});
