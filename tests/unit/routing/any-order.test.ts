import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideRoute } from "@/lib/routing/decide";
import { type TableRows, toRoutingTable } from "@/lib/routing/facts-rows";
import type { OfficeRule } from "@/lib/routing/office-rules/rule-set";
import type { Officer, RoutingTable } from "@/lib/routing/table";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import { competence, countryRows, officer } from "./country";
import { rule, ruleSet } from "./office-rules";
import { busy, cases, rowsOf, tableOf } from "./random-desk";

const many = { numRuns: 2_000 };

/** Up to three offices that have, or had, the same duty of Enschede, often from the same day. */
const rivals = fc.array(
  fc
    .tuple(fc.constantFrom("ENSCHEDE", "RBL", "R12"), fc.constantFrom("2010-01-01", "2020-01-01", "2026-02-05"))
    .map(([code, from]) => competence(code, "0153", "compulsory", from)),
  { maxLength: 3 },
);

const crowded = fc.tuple(busy, rivals, fc.integer()).map(([[given, report], competences, seed]) => {
  const kept = rowsOf(given);
  const officers = [...kept.officers, officer("RBL", "Rik"), officer("R12", "Roos")];
  return { report, rows: countryRows({ ...kept, officers, competences }), seed };
});

describe("the order in which the table was read", () => {
  it("changes nothing: not of offices, areas and competences, nor of people, their leave and rule sets", () => {
    fc.assert(
      fc.property(crowded, ({ report, rows, seed }) => {
        const turned = shuffledRows(rows, seed);
        expect(decideRoute(report, toRoutingTable(turned))).toEqual(decideRoute(report, toRoutingTable(rows)));
      }),
      many,
    );
  });

  it("is really put to the test: where several people, offices or leaves are to choose from", () => {
    const seen = fc.sample(crowded, { numRuns: 1_000, seed: 894 }).map(({ report, rows }) => ({
      offices: decideRoute(report, toRoutingTable(rows)).tried.some(
        (step) => step.rule === "competent-office" && step.outcome === "several",
      ),
      carers: rows.officers.filter(({ locationIds }) => locationIds.includes(report.locationId)).length > 1,
      leaves: rows.officers.some(({ leaves }) => leaves.length > 1),
      loops: rows.officers.some((one) => comesBack(one, tableOfficers(rows), report.filedOn)),
    }));
    for (const what of ["offices", "carers", "leaves", "loops"] as const) {
      expect.soft(seen.filter((one) => one[what]).length, what).toBeGreaterThan(100);
    }
  });
});

describe("what has nothing to do with the report changes nothing:", () => {
  it("a rule that cannot match, wherever it stands", () => {
    fc.assert(
      fc.property(cases, fc.nat(), ([given, report], at) => {
        const never = rule("00000000-0000-4000-8000-00000000dead", { when: { types: ["no such type"] } });
        const place = at % (given.rules.length + 1);
        const more = { ...given, rules: [...given.rules.slice(0, place), never, ...given.rules.slice(place)] };
        expect(decideRoute(report, tableOf(more))).toEqual(decideRoute(report, tableOf(given)));
      }),
      many,
    );
  });

  it("a rule of another office that matches everything, and people who work only there", () => {
    fc.assert(
      fc.property(busy, ([given, report]) => {
        const rows = rowsOf(given);
        const everything = rule("00000000-0000-4000-8000-00000000beef");
        const table = toRoutingTable(
          countryRows({
            ...rows,
            officers: [officer("RBL", "Rik", { protectedCases: true }), ...rows.officers],
            ruleSets: [ruleSet([everything], { officeId: "id-RBL", version: 9 }), ...rows.ruleSets],
          }),
        );
        expect(decideRoute(report, table)).toEqual(decideRoute(report, tableOf(given)));
      }),
      many,
    );
  });
});

describe("who stands in", () => {
  it("can be reached from somebody whom the rule names, and a rule is passed over only where nobody can", () => {
    fc.assert(
      fc.property(busy, ([given, report]) => {
        const table = tableOf(given);
        const route = decideRoute(report, table);
        const team = teamAt("id-ENSCHEDE", table, route.isProtected);
        const takersOf = (ruleId: string | null) =>
          given.rules.filter(({ id }) => id === ruleId).flatMap((one) => reachable(one.goesTo, team, report.filedOn));
        const passedOver = route.tried.flatMap((step) => step.skipped ?? []);
        expect(passedOver.flatMap(({ ruleId }) => takersOf(ruleId))).toEqual([]);
        fc.pre(route.kind === "assigned" && route.rule === "office-rule");
        expect(takersOf(route.officeRuleId)).toContain(route.officer?.id);
      }),
      many,
    );
  });
});

function shuffledRows(rows: TableRows, seed: number): TableRows {
  return {
    municipalities: shuffled(rows.municipalities, seed),
    changes: shuffled(rows.changes, seed),
    areas: shuffled(rows.areas, seed),
    competences: shuffled(rows.competences, seed),
    offices: shuffled(rows.offices, seed),
    officers: shuffled(
      rows.officers.map((one) => ({ ...one, leaves: shuffled(one.leaves, seed) })),
      seed,
    ),
    ruleSets: shuffled(rows.ruleSets, seed),
  };
}

function shuffled<Row>(list: readonly Row[], seed: number): Row[] {
  const keyed = list.map((row, at) => ({ row, key: Math.imul(seed ^ ((at + 1) * 40_503), 2_654_435_761) }));
  return keyed.sort((a, b) => a.key - b.key).map(({ row }) => row);
}

function teamAt(officeId: string, table: RoutingTable, isProtected: boolean): readonly Officer[] {
  const all = table.officers.get(officeId) ?? [];
  return isProtected ? all.filter(({ protectedCases }) => protectedCases) : all;
}

function tableOfficers(rows: TableRows): readonly Officer[] {
  return toRoutingTable(rows).officers.get("id-ENSCHEDE") ?? [];
}

/** Everybody who could take it: walked in all directions, without the order in which the router asks. */
function reachable(goesTo: OfficeRule["goesTo"], team: readonly Officer[], day: CalendarDate): readonly string[] {
  const found = new Set(goesTo.kind === "officers" ? goesTo.officerIds : []);
  for (const id of found) for (const next of deputiesOf(id, team, day)) found.add(next);
  return team.filter((one) => found.has(one.id) && canTake(one, day)).map(({ id }) => id);
}

function deputiesOf(id: string, team: readonly Officer[], day: CalendarDate): readonly string[] {
  const leaves = team.filter((one) => one.id === id).flatMap((one) => one.leaves);
  return leaves.flatMap((leave) => (isOn(leave, day) && leave.deputyId !== null ? [leave.deputyId] : []));
}

function canTake({ leaves, noNewFrom, caseCap, openReports }: Officer, day: CalendarDate): boolean {
  const isLeaving = noNewFrom !== null && noNewFrom <= day;
  const isFull = caseCap !== null && openReports >= caseCap;
  return !isLeaving && !isFull && !leaves.some((leave) => isOn(leave, day));
}

function isOn({ firstDay, lastDay }: Officer["leaves"][number], day: CalendarDate): boolean {
  return firstDay <= day && (lastDay === null || day <= lastDay);
}

function comesBack({ id }: { readonly id: string }, team: readonly Officer[], day: CalendarDate): boolean {
  const walked = new Set(deputiesOf(id, team, day));
  for (const one of walked) for (const next of deputiesOf(one, team, day)) walked.add(next);
  return walked.has(id);
}
