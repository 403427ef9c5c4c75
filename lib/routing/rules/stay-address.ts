import { residenceOn } from "../facts";
import { passed, type Rule, stuck } from "../rule";
import { municipalitiesOf } from "../table";

/**
 * A stay address that the school gave beats residence. A postcode in several municipalities decides nothing by
 * itself; where the student is registered in one of them, that one is competent in any case (Leerplichtwet 21a (4):
 * residence or stay), and the next rule may have it.
 */
export const stayAddress: Rule = {
  name: "stay-address",
  judge: (_progress, facts, table) => {
    if (facts.stay === null) return passed();
    const { postcode } = facts.stay;
    const codes = municipalitiesOf(table, postcode, facts.filedOn);
    const [code, second] = codes;
    if (code === undefined) return stuck("address-needed");
    if (second !== undefined) {
      const home = residenceOn(facts, facts.firstDay)?.municipalityCode ?? null;
      return home !== null && codes.includes(home) ? passed(...codes) : stuck("address-needed", codes);
    }
    return {
      kind: "found",
      outcome: "matched",
      found: codes,
      progress: { place: { municipalityCode: code, postcode, since: facts.filedOn } },
      because: ["stays-there"],
    };
  },
};
