import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RuleSetRow } from "@/lib/routing/office-rules/compile";
import { differencesShown, type PastReport, startTrial, type Trial } from "@/lib/routing/trial";
import { country, day, office, officer, report } from "./country";

const ENSCHEDE = office("ENSCHEDE");
const officers = ["Anna", "Bram", "Cem"].map((name) => officer("ENSCHEDE", name));
const teamOf = (rows: typeof officers) => country({ officers: rows }).officers.get(ENSCHEDE.id) ?? [];
const today = day("2026-06-01");

function rulesFor(type: string, name: string): RuleSetRow {
  const goesTo = { kind: "officers" as const, officerIds: [`id-${name}`] };
  const rule = { id: `rule-${type}-${name}`, name: type, from: null, until: null, when: { types: [type] }, goesTo };
  return { version: 1, spread: "least-open-work", rules: [rule] };
}

function past(types: readonly string[]): readonly PastReport[] {
  return types.map((type, place) => ({
    reference: `report-${place}`,
    receivedAt: new Date(Date.UTC(2026, 2, 6, 8, 0, place)).toISOString(),
    regime: "compulsory",
    facts: report({ type }),
  }));
}

interface Variants {
  readonly before: RuleSetRow | null;
  readonly after: RuleSetRow | null;
}

function replayed(variants: Variants, ...parts: readonly (readonly PastReport[])[]): Trial {
  const trial = startTrial({ office: ENSCHEDE, team: teamOf(officers), today, ...variants });
  for (const part of parts) trial.add(part);
  return trial.result();
}

const type = fc.constantFrom("late_arrival", "holiday_truancy", "other_absence");
const types = fc.array(type, { maxLength: 40 });
const rules = fc.option(
  fc.tuple(type, fc.constantFrom("Anna", "Bram", "Cem", "Dirk")).map((pair) => rulesFor(...pair)),
);

describe("a trial of rules over past reports", () => {
  test("gives away each report once before and once after", () => {
    fc.assert(
      fc.property(types, rules, rules, (drawn, before, after) => {
        const { shares, reportCount } = replayed({ before, after }, past(drawn));
        expect(reportCount).toBe(drawn.length);
        expect(shares.reduce((sum, share) => sum + share.before, 0)).toBe(drawn.length);
        expect(shares.reduce((sum, share) => sum + share.after, 0)).toBe(drawn.length);
      }),
    );
  });

  test("finds no difference between equal rules", () => {
    fc.assert(
      fc.property(types, rules, (drawn, same) => {
        const { differences, shares } = replayed({ before: same, after: same }, past(drawn));
        expect(differences).toEqual([]);
        expect(shares.every((share) => share.before === share.after)).toBe(true);
      }),
    );
  });

  test("says the same however the past is cut into parts, and however often it is asked", () => {
    fc.assert(
      fc.property(types, rules, fc.nat(40), (drawn, after, cut) => {
        const reports = past(drawn);
        const variants = { before: null, after };
        expect(replayed(variants, reports.slice(0, cut), reports.slice(cut))).toEqual(replayed(variants, reports));
      }),
    );
  });

  test("names who had it, who would have it, and the rules of both", () => {
    const { differences } = replayed({ before: null, after: rulesFor("late_arrival", "Cem") }, past(["late_arrival"]));
    expect(differences).toEqual([
      {
        reference: "report-0",
        before: { taker: { id: "id-Anna", name: "Anna" }, rule: "least-open-work", officeRuleId: null },
        after: {
          taker: { id: "id-Cem", name: "Cem" },
          rule: "office-rule",
          officeRuleId: "rule-late_arrival-Cem",
        },
      },
    ]);
  });

  test("counts a report that is not for these eyes, and shows nothing of it", () => {
    const reports = past(["late_arrival"]).map((one) => ({ ...one, reference: null }));
    const trial = replayed({ before: null, after: rulesFor("late_arrival", "Cem") }, reports);
    expect(trial).toMatchObject({ differenceCount: 1, hiddenCount: 1, differences: [] });
  });

  test("shows the latest of many differences and counts them all", () => {
    const many = past(Array<string>(differencesShown + 50).fill("late_arrival"));
    const variants = { before: rulesFor("late_arrival", "Bram"), after: rulesFor("late_arrival", "Cem") };
    const { differences, differenceCount } = replayed(variants, many);
    expect(differenceCount).toBe(many.length);
    expect(differences).toHaveLength(differencesShown);
    expect(differences[0]?.reference).toBe(many.at(-1)?.reference);
  });

  test("counts what was given earlier in the trial, and nothing of before it", () => {
    const busy = officers.map((one) => (one.name === "Anna" ? { ...one, openReports: 90, caseCap: 1 } : one));
    const team = teamOf(busy);
    const trial = startTrial({ office: ENSCHEDE, team, before: null, after: null, today });
    trial.add(past(Array<string>(6).fill("other_absence")));
    expect(trial.result().shares.map(({ after }) => after)).toEqual([2, 2, 2]);
    expect(team[0]?.openReports).toBe(90);
  });

  test("knows the people of today only", () => {
    const gone = officers.map((one) => (one.name === "Anna" ? { ...one, until: day("2026-05-01") } : one));
    const trial = startTrial({ office: ENSCHEDE, team: teamOf(gone), before: null, after: null, today });
    expect(trial.result().shares.map(({ taker }) => taker?.name)).toEqual(["Bram", "Cem"]);
  });
});
