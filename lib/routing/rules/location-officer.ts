import { leastBusy, officersFor } from "../officers";
import { passed, type Rule } from "../rule";

/** The officer who has the care of this school location; of several the one with the least open work. */
export const locationOfficer: Rule = {
  name: "location-officer",
  judge: ({ office }, facts, table) => {
    if (office === null) return passed();
    const carers = officersFor(office, facts, table).filter(({ locationIds }) => locationIds.has(facts.locationId));
    const officer = leastBusy(carers);
    if (officer === null) return passed();
    return {
      kind: "settled",
      outcome: carers.length > 1 ? "several" : "matched",
      found: carers.map(({ id }) => id),
      officer,
      because: "cares-for-location",
    };
  },
};
