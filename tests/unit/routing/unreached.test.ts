import fc from "fast-check";
import { expect, test } from "vitest";
import { regimeOn } from "@/lib/directory/regime-on";
import { compileOfficeRules, matchingRules } from "@/lib/routing/office-rules/compile";
import { unreachedRules } from "@/lib/routing/office-rules/unreachable";
import { day } from "./country";
import { facts, memberIds, rules } from "./random-desk";

const since = day("2026-02-01");

test("of thousands of random rule sets and reports no report comes by a rule that is said to be never reached", () => {
  let said = 0;
  fc.assert(
    fc.property(rules, fc.array(facts, { minLength: 20, maxLength: 20 }), (list, reports) => {
      const unreached = unreachedRules(list, { since, officerIds: memberIds });
      said += unreached.size;
      const compiled = compileOfficeRules({ version: 1, spread: "least-open-work", rules: list });
      for (const report of reports) {
        if (regimeOn(report.student, report.firstDay) === "none") continue;
        const first = matchingRules(compiled, report, report.filedOn).find(
          ({ goesTo }) => goesTo.kind === "shared-inbox" || goesTo.officerIds.some((id) => memberIds.has(id)),
        );
        if (first !== undefined) expect(unreached.get(first.id)).toBeUndefined();
      }
    }),
    { numRuns: 2_000 },
  );
  expect(said).toBeGreaterThan(100);
});
