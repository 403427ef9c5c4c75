import { dutyOn } from "@/lib/directory/regime-on";
import { type Rule, stuck } from "../rule";

/** Age, duties and the rule set of the first day of absence give the regime, not the type of absence (settled 4). */
export const regime: Rule = {
  name: "regime",
  judge: (_progress, facts) => {
    const duty = dutyOn(facts.student, facts.firstDay);
    if (duty.regime === "none") return stuck("no-regime", [duty.ground]);
    return {
      kind: "found",
      outcome: "matched",
      found: [duty.regime, duty.ground],
      progress: { regime: duty.regime },
      because: [],
    };
  },
};
