import { expect, test } from "vitest";
import { decideRoute } from "@/lib/routing/decide";
import { tableRows, toRoutingTable } from "@/lib/routing/facts-rows";
import { type GivenWork, noteGiven, withGiven } from "@/lib/routing/given-work";
import type { Spread } from "@/lib/routing/office-rules/rule-set";
import { chooseAmong } from "@/lib/routing/officers";
import { nowAt } from "@/lib/shared/clock";
import { country, report } from "./country";

const now = nowAt(new Date("2026-04-23T09:00:00Z"));

const officer = (id: string, lastGivenAt: string | null) => ({
  officeId: "office",
  id,
  name: id,
  role: "officer",
  protectedCases: false,
  openReports: 0,
  locationIds: [],
  workDays: [],
  caseCap: null,
  noNewFrom: null,
  leaves: [],
  lastGivenAt,
  from: "2020-01-01",
  until: null,
});

const rows = tableRows.parse({
  municipalities: [],
  changes: [],
  areas: [],
  competences: [],
  offices: [],
  officers: [officer("anna", null), officer("bram", "2026-04-22T09:00:00.000001"), officer("chris", null)],
  ruleSets: [],
});

/** Who gets six reports of one moment, one after the other. */
function givenTo(spread: Spread): readonly string[] {
  const given: GivenWork = new Map();
  const facts = report();
  const route = decideRoute(facts, country());
  if (route.kind !== "assigned") throw new Error("the example goes nowhere");
  return Array.from({ length: 6 }, () => {
    const officers = toRoutingTable(withGiven(rows, given)).officers.get("office") ?? [];
    const chosen = chooseAmong(officers, { facts, spread });
    noteGiven(given, { ...route, officer: chosen }, now);
    return chosen?.id ?? "";
  });
}

test.each(["in-turn", "least-open-work"] as const)(
  "of reports of one moment nobody gets a second before each has a first, also who never had one (%s)",
  (spread) => {
    const got = givenTo(spread);
    expect(new Set(got.slice(0, 3))).toEqual(new Set(["anna", "bram", "chris"]));
    expect(new Set(got.slice(3))).toEqual(new Set(["anna", "bram", "chris"]));
  },
);
