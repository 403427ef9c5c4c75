import { expect, test } from "vitest";
import { fieldsOf, queryOf, readSelection } from "@/lib/statistics/address";
import { selection } from "@/lib/statistics/selection";
import { titleOf } from "@/lib/statistics/title";

const asked = {
  about: "own",
  rows: "month",
  measures: ["reports", "pupils"],
  period: "2025-2026",
  only: [
    { breakdown: "type", code: "late_arrival" },
    { breakdown: "age", code: "from_12" },
  ],
};

test("an address brings back every kind that was chosen", () => {
  const wish = selection.parse(asked);
  expect(readSelection(fieldsOf(queryOf(wish))).data).toEqual(wish);
});

test("a choice that was left open asks for nothing", () => {
  const query = fieldsOf(queryOf(selection.parse({ ...asked, only: [] })));
  expect(readSelection({ ...query, alleen: ["", "type:late_arrival", ""] }).data?.only).toEqual([
    { breakdown: "type", code: "late_arrival" },
  ]);
  expect(readSelection({ ...query, alleen: "" }).data?.only).toEqual([]);
});

test("a kind that does not exist is refused", () => {
  const query = fieldsOf(queryOf(selection.parse(asked)));
  for (const alleen of ["shoe:42", "type", ["type:late_arrival", "x"]]) {
    expect(readSelection({ ...query, alleen }).success, String(alleen)).toBe(false);
  }
});

test("figures about others know no kinds, and are not shown as if they did", () => {
  const others = { ...asked, about: "others", place: { level: "country", code: "NL" } };
  expect(selection.safeParse(others).success).toBe(false);
  expect(selection.safeParse({ ...others, only: [] }).success).toBe(true);
});

test("a view that was kept with one kind, or with none, still opens", () => {
  const [kind] = asked.only;
  expect(selection.parse({ ...asked, only: kind }).only).toEqual([kind]);
  expect(selection.parse({ ...asked, only: null }).only).toEqual([]);
});

test("the title says all kinds", () => {
  expect(titleOf({ selection: selection.parse(asked), placeName: null }, "nl")).toBe(
    "Meldingen en Leerlingen per maand, eigen organisatie, schooljaar 2025-2026, alleen te laat komen en 12 tot 16 jaar",
  );
});
