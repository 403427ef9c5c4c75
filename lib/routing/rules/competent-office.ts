import type { DutyRegime } from "@/lib/directory/regime";
import type { RoutingFacts } from "../facts";
import type { Because } from "../route";
import { type Progress, passed, type Rule, stuck } from "../rule";
import { type Competence, holdsOn, type RoutingOffice, type RoutingTable } from "../table";

const reasons: Readonly<Record<RoutingOffice["kind"], Because>> = {
  municipal: "own-office",
  joint: "joint-office",
  regional: "regional-point",
};

/**
 * The office that is competent for this municipality and this regime on the day of filing. Where two are, the one
 * that was named last has it, and the decision says that there were several.
 */
export const competentOffice: Rule = {
  name: "competent-office",
  judge: (progress, facts, table) => {
    if (progress.municipality === null) return passed();
    const offices = officesFor(progress, facts, table);
    const [office] = offices;
    if (office === undefined) return stuck("no-office", [progress.municipality.code]);
    return {
      kind: "found",
      outcome: offices.length > 1 ? "several" : "matched",
      found: offices.map((candidate) => candidate.code),
      progress: { office },
      because: [reasons[office.kind]],
    };
  },
};

/** The latest competence first; among equals by code, so that the same question always has the same answer. */
function officesFor({ municipality, regime }: Progress, facts: RoutingFacts, table: RoutingTable) {
  if (municipality === null || regime === "none") return [];
  const found = competences(municipality.code, regime, facts, table);
  if (found.length > 1) {
    const code = ({ officeId }: Competence) => table.offices.get(officeId)?.code ?? "";
    found.sort((a, b) => (a.from === b.from ? compare(code(a), code(b)) : compare(b.from, a.from)));
  }
  const offices = found.flatMap(({ officeId }) => table.offices.get(officeId) ?? []);
  return offices.length > 1 ? [...new Set(offices)] : offices;
}

function competences(code: string, regime: DutyRegime, facts: RoutingFacts, table: RoutingTable): Competence[] {
  const all = table.competences.get(code) ?? [];
  return all.filter((competence) => competence.regime === regime && holdsOn(competence, facts.filedOn));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
