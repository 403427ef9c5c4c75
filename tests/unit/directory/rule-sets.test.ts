import { expect, it } from "vitest";
import { ruleSetOn, ruleSets } from "@/lib/directory/rule-sets";
import { day } from "@/tests/unit/routing/country";

it.each([
  ["2004-01-01", "2010", 23],
  ["2009-08-01", "2010", 23],
  ["2025-12-31", "2010", 23],
  ["2026-01-01", "2026", 27],
  ["2031-06-01", "2026", 27],
])("on %s the set %s holds, with %i as the limit", (on, name, limit) => {
  const rules = ruleSetOn(day(on));
  expect(rules.name).toBe(name);
  expect(rules.over18.untilAge).toBe(limit);
});

it("follows the sets upon each other without a gap", () => {
  expect(ruleSets["2010"].validUntil).toBe("2025-12-31");
  expect(ruleSets["2026"].validFrom).toBe("2026-01-01");
});

it("names the law beside every value", () => {
  for (const { compulsory, qualification, over18, truancy, longTerm } of Object.values(ruleSets)) {
    for (const value of [compulsory, qualification, over18, truancy, longTerm])
      expect(value.legalBasis).toMatch(/[Ww]et/);
  }
});
