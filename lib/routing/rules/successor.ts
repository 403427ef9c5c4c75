import { type Finding, passed, type Rule, stuck } from "../rule";
import { movedByBorder, successorsOf } from "../successors";
import { municipalitiesOf, type RoutingTable } from "../table";

/** A municipality that has merged since means its successor on the day of filing (settled 5). */
export const successor: Rule = {
  name: "successor",
  judge: ({ place }, { filedOn }, table) => {
    if (place === null) return passed();
    const { municipalityCode: code, postcode } = place;
    const moved = movedByBorder(place, filedOn, table);
    if (moved !== null) return takenOver(moved, table);
    const heirs = successorsOf(code, filedOn, table);
    const here = postcode === null ? [] : municipalitiesOf(table, postcode, filedOn);
    const [heir, second] = heirs.length > 1 ? heirs.filter((candidate) => here.includes(candidate)) : heirs;
    if (heir === undefined || second !== undefined) return stuck("address-needed", heirs);
    return heir === code ? stays(code, table) : takenOver(heir, table);
  },
};

function stays(code: string, table: RoutingTable): Finding {
  const progress = { municipality: named(code, table) };
  return { kind: "found", outcome: "no-match", found: [], progress, because: [] };
}

function takenOver(code: string, table: RoutingTable): Finding {
  const progress = { municipality: named(code, table) };
  return { kind: "found", outcome: "matched", found: [code], progress, because: ["municipality-merged"] };
}

function named(code: string, table: RoutingTable) {
  return table.municipalities.get(code) ?? { code, name: code };
}
