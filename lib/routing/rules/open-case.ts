import { whoTakes } from "../availability";
import type { RoutingFacts } from "../facts";
import { teamFor } from "../officers";
import { passed, type Rule } from "../rule";
import type { Officer } from "../table";

/** One student, one officer: who has an open report of this student at this office, or who stands in, gets the next. */
export const openCase: Rule = {
  name: "open-case",
  judge: ({ office }, facts, table) => {
    if (office === null || facts.openCases.length === 0) return passed();
    const team = teamFor(office, facts, table);
    const byId = new Map(team.map((officer) => [officer.id, officer]));
    const takers = handlersAt(office.id, facts, byId).map((handler) => whoTakes(handler, byId, facts.filedOn));
    const taker = takers.find((found) => found !== null) ?? null;
    if (taker === null) return passed();
    const { officer, standsIn } = taker;
    const because = [standsIn ? ("deputy" as const) : ("open-case" as const)];
    return { kind: "settled", outcome: "matched", found: [officer.id], officer, because };
  },
};

/** A next report of the same student is no new case: a cap must not part it from the others. */
function handlersAt(officeId: string, { openCases }: RoutingFacts, team: ReadonlyMap<string, Officer>) {
  return openCases
    .filter((open) => open.officeId === officeId)
    .flatMap(({ officerId }) => team.get(officerId) ?? [])
    .map((officer) => ({ ...officer, caseCap: null }));
}
