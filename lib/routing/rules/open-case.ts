import { officersFor } from "../officers";
import { passed, type Rule } from "../rule";

/** One student, one officer: who has an open report of this student at this office also gets the next one. */
export const openCase: Rule = {
  name: "open-case",
  judge: ({ office }, facts, table) => {
    if (office === null) return passed();
    const officers = officersFor(office, facts, table);
    const handlers = facts.openCases
      .filter(({ officeId }) => officeId === office.id)
      .map(({ officerId }) => officers.find(({ id }) => id === officerId));
    const officer = handlers.find((handler) => handler !== undefined);
    if (officer === undefined) return passed();
    return { kind: "settled", outcome: "matched", found: [officer.id], officer, because: "open-case" };
  },
};
