import { spreadOf, takerAmong, teamFor } from "../officers";
import { passed, type Rule } from "../rule";

/** The officer who has the care of this school location, or who stands in; of several as the office spreads work. */
export const locationOfficer: Rule = {
  name: "location-officer",
  judge: ({ office }, facts, table) => {
    if (office === null) return passed();
    const team = teamFor(office, facts, table);
    const carers = team.filter(({ locationIds }) => locationIds.has(facts.locationId));
    if (carers.length === 0) return passed();
    // By id: the decision is kept, and must not tell in which order the database gave its rows.
    const found = carers.map(({ id }) => id).sort();
    const taker = takerAmong(carers, team, { facts, spread: spreadOf(office, facts, table) });
    if (taker === null) return passed(...found);
    return {
      kind: "settled",
      outcome: carers.length > 1 ? "several" : "matched",
      found,
      officer: taker.officer,
      because: [taker.standsIn ? "deputy" : "cares-for-location"],
    };
  },
};
