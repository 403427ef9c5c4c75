import { type ResidenceFacts, type RoutingFacts, residenceOn } from "../facts";
import { type Finding, passed, type Rule, stuck } from "../rule";
import { municipalitiesOf, type RoutingTable } from "../table";

/** Where the student was registered on the first day of absence; never the school's municipality by default. */
export const residence: Rule = {
  name: "residence",
  judge: (progress, facts, table) => {
    if (progress.place !== null) return passed();
    const home = residenceOn(facts, facts.firstDay);
    if (home === null || home.kind === "unknown") return stuck("unknown-residence");
    if (home.kind === "abroad") return stuck("abroad");
    return placedAt(home, codesOf(home, facts, table));
  },
};

/** A registration without a code of a municipality still has a postcode. */
function codesOf(home: ResidenceFacts, facts: RoutingFacts, table: RoutingTable): readonly string[] {
  if (home.municipalityCode !== null) return [home.municipalityCode];
  return home.postcode === null ? [] : municipalitiesOf(table, home.postcode, facts.filedOn);
}

function placedAt(home: ResidenceFacts, codes: readonly string[]): Finding {
  const [code, second] = codes;
  if (code === undefined) return stuck("unknown-residence");
  if (second !== undefined) return stuck("address-needed", codes);
  return {
    kind: "found",
    outcome: "matched",
    found: codes,
    progress: { place: { municipalityCode: code, postcode: home.postcode, since: home.from } },
    because: [home.kind === "correspondence" ? "correspondence-address" : "lives-there"],
  };
}
