import { chooseAmong, presentFor } from "../officers";
import { passed, type Rule } from "../rule";

/** Nobody has a claim on it, so it goes to who has the least on his desk. */
export const leastOpenWork: Rule = {
  name: "least-open-work",
  judge: ({ office }, facts, table) => {
    if (office === null) return passed();
    const officer = chooseAmong(presentFor(office, facts, table), { facts, spread: "least-open-work" });
    if (officer === null) return passed();
    return { kind: "settled", outcome: "matched", found: [officer.id], officer, because: ["least-open-work"] };
  },
};
