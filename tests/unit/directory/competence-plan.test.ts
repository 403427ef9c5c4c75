import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { competenceFaults, type HeldPeriod, holdersOn, planCompetence } from "@/lib/directory/competence-plan";
import { addDays, type CalendarDate, calendarDate } from "@/lib/shared/calendar-date";

const day = (text: string) => calendarDate.parse(text);
const first = day("2026-01-01");
const at = (offset: number) => addDays(first, offset);

const period: fc.Arbitrary<HeldPeriod> = fc
  .record({
    id: fc.uuid(),
    officeId: fc.constantFrom("a", "b", "c"),
    begin: fc.integer({ min: 0, max: 60 }),
    length: fc.option(fc.integer({ min: 0, max: 40 })),
  })
  .map(({ id, officeId, begin, length }) => ({
    id,
    officeId,
    from: at(begin),
    until: length === null ? null : at(begin + length),
  }));

/** The periods as they are once the plan is written. */
function written(periods: readonly HeldPeriod[], officeId: string, from: CalendarDate): readonly HeldPeriod[] {
  const { ends, drops, begins } = planCompetence(periods, officeId, from);
  const kept = periods
    .filter(({ id }) => !drops.includes(id))
    .map((one) => ({ ...one, until: ends.find(({ id }) => id === one.id)?.until ?? one.until }));
  return [...kept, ...begins.map((days, place) => ({ id: `new ${place}`, officeId, ...days }))];
}

const holderNames = (periods: readonly HeldPeriod[], on: CalendarDate) =>
  [...new Set(holdersOn(periods, on).map(({ officeId }) => officeId))].sort();

const daysFrom = (offset: number) => Array.from({ length: 160 - offset }, (_, step) => at(offset + step));

function faultOf(count: number): readonly string[] {
  if (count === 1) return [];
  return [count === 0 ? "gap" : "overlap"];
}

describe("an office that gets a duty from a day on", () => {
  test("has every day that nothing else was arranged for, and before that day nothing changes", () => {
    fc.assert(
      fc.property(fc.array(period, { maxLength: 6 }), fc.integer({ min: 0, max: 70 }), (periods, offset) => {
        const from = at(offset);
        const after = written(periods, "x", from);
        const later = periods.filter((one) => one.from > from);
        const meant = (on: CalendarDate) => {
          if (on < from) return holderNames(periods, on);
          const arranged = holderNames(later, on);
          return arranged.length === 0 ? ["x"] : arranged;
        };
        const days = daysFrom(0);
        expect(days.map((on) => holderNames(after, on))).toEqual(days.map(meant));
      }),
      { numRuns: 2_000 },
    );
  });

  test("leaves no day without an office and none with two where there was none before", () => {
    fc.assert(
      fc.property(fc.array(period, { maxLength: 6 }), fc.integer({ min: 0, max: 70 }), (periods, offset) => {
        const faults = competenceFaults(written(periods, "a", at(offset)), at(offset));
        expect(faults.filter(({ kind }) => kind === "gap")).toEqual([]);
        const days = daysFrom(offset).filter((on) => holderNames(periods, on).length < 2);
        const after = written(periods, "a", at(offset));
        expect(days.filter((on) => holderNames(after, on).length > 1)).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  test("and has it already is left alone", () => {
    const held = [{ id: "1", officeId: "a", from: at(0), until: null }];
    expect(planCompetence(held, "a", at(30))).toEqual({ ends: [], drops: [], begins: [] });
  });

  test("takes the place of a period that would begin on the same day", () => {
    const held = [
      { id: "1", officeId: "a", from: at(0), until: at(9) },
      { id: "2", officeId: "b", from: at(10), until: null },
    ];
    expect(planCompetence(held, "c", at(10))).toEqual({
      ends: [],
      drops: ["2"],
      begins: [{ from: at(10), until: null }],
    });
  });
});

describe("the table of a duty", () => {
  test("is without fault exactly where every day from today on has one office", () => {
    fc.assert(
      fc.property(fc.array(period, { maxLength: 6 }), fc.integer({ min: 0, max: 70 }), (periods, offset) => {
        const faults = competenceFaults(periods, at(offset));
        const days = daysFrom(offset);
        const told = days.map((on) =>
          faults.filter(({ from, until }) => from <= on && (until === null || on <= until)).map(({ kind }) => kind),
        );
        expect(told).toEqual(days.map((on) => faultOf(holderNames(periods, on).length)));
      }),
      { numRuns: 1_000 },
    );
  });

  test("that is empty has nobody, until further notice", () => {
    expect(competenceFaults([], first)).toEqual([{ kind: "gap", from: first, until: null }]);
  });
});
