import { expect, test } from "vitest";
import { type TermRow, termsFor, usualTerms } from "@/lib/reports/terms";
import { freeDayInput, termInput } from "@/lib/reports/terms-input";
import { calendarDate } from "@/lib/shared/calendar-date";
import { parseInput } from "@/lib/shared/parse-input";

const day = (text: string) => calendarDate.parse(text);
const row = (firstReactionDays: number | null, scope: Partial<TermRow> = {}): TermRow => ({
  municipalityCode: null,
  type: null,
  from: day("2026-01-01"),
  firstReactionDays,
  nextReactionDays: null,
  closingDays: null,
  ...scope,
});
const asked = { municipalityCode: "0153", type: "late_arrival", on: day("2026-11-09") };
const first = (...rows: readonly TermRow[]) => termsFor(rows, asked).firstReactionDays;

test("an office that set nothing reacts within five working days", () => {
  expect(termsFor([], asked)).toEqual(usualTerms);
});

test("the narrowest term decides: municipality and type, municipality, type, everything", () => {
  const all = row(9);
  const ofType = row(8, { type: "late_arrival" });
  const ofPlace = row(7, { municipalityCode: "0153" });
  const ofBoth = row(6, { municipalityCode: "0153", type: "late_arrival" });
  expect(first(all)).toBe(9);
  expect(first(all, ofType)).toBe(8);
  expect(first(all, ofType, ofPlace)).toBe(7);
  expect(first(ofBoth, ofPlace, ofType, all)).toBe(6);
  expect(first(row(3, { municipalityCode: "0141" }), row(4, { type: "other_absence" }))).toBe(5);
});

test("a term holds from its day on, and not a day earlier", () => {
  const later = row(3, { from: day("2026-11-10") });
  expect(first(row(9), later)).toBe(9);
  expect(termsFor([row(9), later], { ...asked, on: day("2026-11-10") }).firstReactionDays).toBe(3);
});

test("a part without a term of its own any more has the wider one again, from that day", () => {
  const place = { municipalityCode: "0153" };
  const ended = row(null, { ...place, from: day("2026-11-01") });
  expect(first(row(9), row(7, place), ended)).toBe(9);
  expect(termsFor([row(9), row(7, place), ended], { ...asked, on: day("2026-10-31") }).firstReactionDays).toBe(7);
});

test("what makes no sense as a term is refused at its field", () => {
  const refused = (fields: Record<string, string>) => {
    const parsed = parseInput(termInput, { from: "1-12-2026", ...fields });
    return parsed.ok ? [] : parsed.problems.map(({ code, field }) => `${field}: ${code}`);
  };
  expect(refused({ firstReactionDays: "5" })).toEqual([]);
  expect(refused({ firstReactionDays: "0" })).toEqual(["firstReactionDays: days-invalid"]);
  expect(refused({ firstReactionDays: "snel" })).toEqual(["firstReactionDays: days-invalid"]);
  expect(refused({ nextReactionDays: "10" })).toEqual(["firstReactionDays: first-term-needed"]);
  expect(refused({ firstReactionDays: "10", closingDays: "5" })).toEqual(["closingDays: closing-before-first"]);
  expect(refused({ firstReactionDays: "5", from: "32-1-2026" })).toEqual(["from: date-invalid"]);
});

test.each([undefined, "", "x".repeat(61), "Dag\u0000", "Dag\nnacht"])("%j is no name of a free day", (name) => {
  expect(freeDayInput.safeParse({ day: "4-5-2026", name }).success).toBe(false);
  expect(freeDayInput.safeParse({ day: "4-5-2026", name: "Dag na Hemelvaart" }).success).toBe(true);
});
