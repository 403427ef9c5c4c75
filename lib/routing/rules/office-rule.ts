import { absenceOf } from "../availability";
import type { RoutingFacts } from "../facts";
import { type CompiledRules, matchingValues, valuesOf } from "../office-rules/compile";
import type { OfficeRule, Spread } from "../office-rules/rule-set";
import { membersOf, takerAmong, teamFor } from "../officers";
import type { OfficeRulesAsked, SkippedRule, SkipReason } from "../route";
import { type Finding, passed, type Rule } from "../rule";
import { type Officer, rulesOn } from "../table";

/**
 * The rules that the office keeps itself, in its order. A matching rule that nobody can take is passed over and shown,
 * never switched off.
 */
export const officeRule: Rule = {
  name: "office-rule",
  judge: ({ office, regime }, facts, table) => {
    const rules = office === null ? null : rulesOn(table, office.id, facts.filedOn);
    if (office === null || rules === null) return passed();
    const matched = matchingValues(rules, valuesOf(facts, regime), facts.filedOn);
    if (matched.length === 0) return { kind: "passed", found: [], asked: askedOf(rules, matched, null) };
    const skipped: SkippedRule[] = [];
    const team = teamFor(office, facts, table);
    for (const rule of matched) {
      const finding = judgeOne(rule, { facts, team, spread: rules.spread });
      if (finding !== null) return { ...finding, asked: askedOf(rules, matched, rule.id), skipped };
      skipped.push(skippedRule(rule, { facts, team, members: membersOf(office, facts.filedOn, table) }));
    }
    return { kind: "passed", found: [], asked: askedOf(rules, matched, null), skipped };
  },
};

function askedOf({ version }: CompiledRules, matched: readonly OfficeRule[], ruleId: string | null): OfficeRulesAsked {
  return { version, ruleId, alsoMatched: matched.map(({ id }) => id).filter((id) => id !== ruleId) };
}

interface Judging {
  readonly facts: RoutingFacts;
  readonly team: readonly Officer[];
  readonly spread: Spread;
}

/** Null: nobody whom it names can take the report. */
function judgeOne({ id, goesTo }: OfficeRule, { facts, team, spread }: Judging): Settled | null {
  const settled = { kind: "settled", outcome: "matched", found: [id] } as const;
  if (goesTo.kind === "shared-inbox") return { ...settled, officer: null, because: ["office-rule"] };
  const meant = team.filter((officer) => goesTo.officerIds.includes(officer.id));
  const taker = takerAmong(meant, team, { facts, spread });
  if (taker === null) return null;
  return { ...settled, officer: taker.officer, because: taker.standsIn ? ["office-rule", "deputy"] : ["office-rule"] };
}

type Settled = Extract<Finding, { kind: "settled" }>;

interface Skipping {
  readonly facts: RoutingFacts;
  readonly team: readonly Officer[];
  /** Also who is not named for a student with a protected address. */
  readonly members: readonly Officer[];
}

function skippedRule({ id: ruleId, goesTo }: OfficeRule, { facts, team, members }: Skipping): SkippedRule {
  const ids = goesTo.kind === "officers" ? goesTo.officerIds : [];
  const whyNot = (id: string): SkipReason | null => {
    const officer = team.find((candidate) => candidate.id === id);
    if (officer !== undefined) return absenceOf(officer, facts.filedOn);
    return members.some((member) => member.id === id) ? "not-for-protected" : "not-in-team";
  };
  const reasons = ids.map((id) => ({ id, why: whyNot(id) }));
  return { ruleId, officers: reasons.flatMap(({ id, why }) => (why === null ? [] : { id, why })) };
}
