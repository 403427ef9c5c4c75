import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kindCodes } from "@/lib/attachments/kinds";
import { dueClosings, keptUntil, type RetentionTerms } from "@/lib/attachments/retention";
import { addDays, type CalendarDate, calendarDate } from "@/lib/shared/calendar-date";

const day = (text: string) => calendarDate.parse(text);

const sixOfAll = { absence_sheet: 6, letter: 6, statement: 6, other: 6 };
/** Letters a year from the first of February, the rest shorter. */
const changed: readonly RetentionTerms[] = [
  { from: "2026-08-01", months: sixOfAll },
  { from: "2027-02-01", months: { absence_sheet: 1, letter: 12, statement: 6, other: 3 } },
];

/** What the job looks for, asked about one paper. */
function isDue(kind: (typeof kindCodes)[number], closedOn: CalendarDate, today: CalendarDate, terms = changed) {
  return dueClosings(today, terms).some(
    (due) => due.kind === kind && (due.from === null || due.from <= closedOn) && closedOn < due.before,
  );
}

describe("a paper of a report that was over on 3 December", () => {
  const closedOn = day("2026-12-03");

  test.each(kindCodes)("%s: stays until 3 June, and goes on the day after", (kind) => {
    expect(keptUntil(kind, closedOn)).toBe("2027-06-03");
    const due = (today: string) =>
      dueClosings(day(today)).some((closings) => closings.kind === kind && closedOn < closings.before);
    expect([due("2027-06-02"), due("2027-06-03"), due("2027-06-04")]).toEqual([false, false, true]);
  });
});

test("each kind has a term of its own, and a report keeps the terms of the day on which it was over", () => {
  expect(keptUntil("letter", day("2027-01-31"), changed)).toBe("2027-07-31");
  expect(keptUntil("letter", day("2027-02-01"), changed)).toBe("2028-02-01");
  expect(keptUntil("absence_sheet", day("2027-01-31"), changed)).toBe("2027-07-31");
  expect(keptUntil("absence_sheet", day("2027-02-01"), changed)).toBe("2027-03-01");
  expect(keptUntil("other", day("2020-01-10"), changed)).toBe("2020-07-10");
});

test("a term that becomes shorter takes nothing away that was promised longer", () => {
  const today = day("2027-03-02");
  expect(isDue("absence_sheet", day("2027-01-31"), today)).toBe(false);
  expect(isDue("absence_sheet", day("2027-02-01"), today)).toBe(true);
});

test("a month without such a day ends the term on its last day", () => {
  expect(keptUntil("letter", day("2026-08-31"))).toBe("2027-02-28");
  expect(isDue("letter", day("2026-08-31"), day("2027-02-28"))).toBe(false);
  expect(isDue("letter", day("2026-08-31"), day("2027-03-01"))).toBe(true);
});

test("what the job destroys on a day is just what the page says is not kept that day", () => {
  const someDay = fc.integer({ min: 0, max: 900 }).map((count) => addDays(day("2026-06-01"), count));
  fc.assert(
    fc.property(fc.constantFrom(...kindCodes), someDay, someDay, (kind, closedOn, today) => {
      expect(isDue(kind, closedOn, today)).toBe(keptUntil(kind, closedOn, changed) < today);
    }),
    { numRuns: 2_000 },
  );
});
