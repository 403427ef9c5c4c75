import type { OfficeRule } from "./rule-set";

/** Rules that name somebody who does not work here: gone, disabled, or of another office. They are passed over. */
export function brokenRules(rules: readonly OfficeRule[], officerIds: ReadonlySet<string>): readonly string[] {
  return rules
    .filter(({ goesTo }) => goesTo.kind === "officers" && goesTo.officerIds.some((id) => !officerIds.has(id)))
    .map(({ id }) => id);
}
