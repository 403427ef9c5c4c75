import type { OfficeRule } from "@/lib/routing/office-rules/rule-set";
import type { country } from "./country";
import { day } from "./country";

type RuleSetRow = NonNullable<NonNullable<Parameters<typeof country>[0]>["ruleSets"]>[number];

/** A rule of an office; without anything else it matches everything and sends it to the shared inbox. */
export function rule(id: string, traits: Partial<OfficeRule> = {}): OfficeRule {
  return { id, name: `Regel ${id}`, from: null, until: null, when: {}, goesTo: { kind: "shared-inbox" }, ...traits };
}

export function to(...names: string[]): OfficeRule["goesTo"] {
  return { kind: "officers", officerIds: names.map((name) => `id-${name}`) };
}

export function ruleSet(rules: readonly OfficeRule[], traits: Partial<RuleSetRow> = {}): RuleSetRow {
  return {
    officeId: "id-ENSCHEDE",
    version: 1,
    activeFrom: day("2026-01-01"),
    spread: "least-open-work",
    rules: [...rules],
    ...traits,
  };
}
