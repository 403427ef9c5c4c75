import { chooseAmong, presentFor, spreadOf } from "../officers";
import { passed, type Rule } from "../rule";

/** Nobody has a claim on it and the office gives work in turn: to who has waited longest for a report. */
export const inTurn: Rule = {
  name: "in-turn",
  judge: ({ office }, facts, table) => {
    if (office === null || spreadOf(office, facts, table) !== "in-turn") return passed();
    const officer = chooseAmong(presentFor(office, facts, table), { facts, spread: "in-turn" });
    if (officer === null) return passed();
    return { kind: "settled", outcome: "matched", found: [officer.id], officer, because: ["in-turn"] };
  },
};
