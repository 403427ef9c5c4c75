import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { regimeOn } from "@/lib/directory/regime-on";
import { decideRoute } from "@/lib/routing/decide";
import { postcodeDigits, type RoutingFacts } from "@/lib/routing/facts";
import { compileOfficeRules, matchingRules } from "@/lib/routing/office-rules/compile";
import type { OfficeRule } from "@/lib/routing/office-rules/rule-set";
import { factsAsTheyWere, tableAsItWas } from "@/lib/routing/receipt";
import { replay } from "@/lib/routing/replay";
import { rules as steps } from "@/lib/routing/rules";
import type { Officer } from "@/lib/routing/table";
import { ageOn, type CalendarDate } from "@/lib/shared/calendar-date";
import { countryRows } from "./country";
import { busy, cases, desk, facts, rowsOf, rules, tableOf, types } from "./random-desk";

const many = { numRuns: 3_000 };

describe("whatever the rules, the people and the report", () => {
  it("there is exactly one answer, with a reason, and it names only who may have it", () => {
    fc.assert(
      fc.property(cases, ([given, report]) => {
        const table = tableOf(given);
        const route = decideRoute(report, table);
        expect(route.tried.at(-1)?.rule).toBe(route.rule);
        expect(route.tried.map(({ rule }) => rule)).toEqual(steps.slice(0, route.tried.length).map(({ name }) => name));
        expect(route.because.length).toBeGreaterThan(0);
        if (route.kind === "unroutable" || route.officer === null) return;
        const { id } = route.officer;
        const officer = table.officers.get(route.office.id)?.filter((candidate) => candidate.id === id) ?? [];
        expect(officer.some(({ until }) => until === null || until >= report.filedOn)).toBe(true);
        if (route.isProtected) expect(officer.some(({ protectedCases }) => protectedCases)).toBe(true);
      }),
      many,
    );
  });

  it("the same question has the same answer, also with the rows of the table in another order", () => {
    fc.assert(
      fc.property(cases, ([given, report]) => {
        const turned = { ...given, officers: [...given.officers].reverse() };
        const once = decideRoute(report, tableOf(given));
        expect(decideRoute(report, tableOf(given))).toEqual(once);
        fc.pre(hasNoDoubles(given.officers));
        const again = decideRoute(report, tableOf(turned));
        expect(again).toEqual(once);
      }),
      many,
    );
  });

  it("the receipt gives the same answer again", () => {
    fc.assert(
      fc.property(cases, ([given, report]) => {
        const rows = countryRows(rowsOf(given));
        const route = decideRoute(report, tableOf(given));
        const stored = {
          facts: factsAsTheyWere(report),
          tableThen: tableAsItWas({ route, facts: report, rows }),
        };
        expect(replay(JSON.parse(JSON.stringify(stored)))).toEqual(route);
      }),
      many,
    );
  });
});

describe("where people are away, full, leaving or gone", () => {
  it("nobody gets a report who cannot take it; only a next report of the same student goes past a cap", () => {
    fc.assert(
      fc.property(busy, ([given, report]) => {
        const table = tableOf(given);
        const route = decideRoute(report, table);
        if (route.kind === "unroutable") throw new Error(route.why);
        const taker = table.officers.get(route.office.id)?.find(({ id }) => id === route.officer?.id);
        if (taker === undefined) return;
        const inTheWay = obstacles(taker, report.filedOn).filter(
          (why) =>
            (why !== "at-cap" || route.rule !== "open-case") && (why !== "not-for-protected" || route.isProtected),
        );
        expect(inTheWay).toEqual([]);
      }),
      many,
    );
  });

  it("every rule that was passed over names why, and it is true of everybody it names", () => {
    fc.assert(
      fc.property(busy, ([given, report]) => {
        const team = tableOf(given).officers.get("id-ENSCHEDE") ?? [];
        const skipped = decideRoute(report, tableOf(given)).tried.flatMap((step) => step.skipped ?? []);
        for (const { id, why } of skipped.flatMap(({ officers }) => officers)) {
          const officer = team.find((one) => one.id === id);
          expect(officer === undefined ? ["not-in-team"] : obstacles(officer, report.filedOn)).toContain(why);
        }
      }),
      many,
    );
  });

  it("the samples really have deputies, caps, rules that are passed over and students who are protected", () => {
    const seen = fc.sample(busy, { numRuns: 2_000, seed: 894 }).map(([given, report]) => {
      const { because, rule, tried, isProtected } = decideRoute(report, tableOf(given));
      const whys = tried
        .flatMap((step) => step.skipped ?? [])
        .flatMap(({ officers }) => officers.map(({ why }) => why));
      return new Set<string>([rule, ...because, ...whys, ...(isProtected ? ["protected"] : [])]);
    });
    const share = (what: string) => seen.filter((one) => one.has(what)).length / seen.length;
    for (const what of ["deputy", "office-rule", "open-case", "location-officer", "least-open-work", "in-turn"]) {
      expect.soft(share(what), what).toBeGreaterThan(0.02);
    }
    for (const what of ["away", "leaving", "at-cap", "not-in-team", "not-for-protected", "protected"]) {
      expect.soft(share(what), what).toBeGreaterThan(0.02);
    }
  });

  it("and of every kind of place: a stay, a postal address, a split, another country, a place that decides nothing", () => {
    const seen = fc.sample(fc.tuple(desk, facts), { numRuns: 2_000, seed: 894 }).map(([given, report]) => {
      const { because } = decideRoute(report, tableOf(given));
      return new Set<string>(because);
    });
    const share = (what: string) => seen.filter((one) => one.has(what)).length / seen.length;
    for (const what of ["stays-there", "correspondence-address", "municipality-merged", "abroad", "address-needed"]) {
      expect.soft(share(what), what).toBeGreaterThan(0.01);
    }
    for (const what of ["unknown-residence", "no-office", "no-regime", "regional-point", "joint-office"]) {
      expect.soft(share(what), what).toBeGreaterThan(0.01);
    }
  });
});

describe("the order of the rules of an office", () => {
  it("is no matter where no two can match the same report", () => {
    const apart = rules.map((list) => list.slice(0, types.length).map((rule, at) => onlyFor(rule, types[at] ?? "")));
    fc.assert(
      fc.property(desk, facts, apart, fc.nat(), (given, report, list, turn) => {
        const cut = turn % (list.length || 1);
        const turned = [...list.slice(cut), ...list.slice(0, cut)].reverse();
        const inOrder = (kept: readonly OfficeRule[]) => decideRoute(report, tableOf({ ...given, rules: kept }));
        expect(inOrder(turned)).toEqual(inOrder(list));
      }),
      many,
    );
  });

  it("is no matter for a rule that does not match: without it the answer is the same", () => {
    fc.assert(
      fc.property(cases, ([given, report]) => {
        const matching = given.rules.filter((rule) => plainlyMatches(rule, report));
        expect(decideRoute(report, tableOf({ ...given, rules: matching }))).toEqual(
          decideRoute(report, tableOf(given)),
        );
      }),
      many,
    );
  });
});

it("rules found through the index are those that a reader of each in turn would find", () => {
  fc.assert(
    fc.property(rules, facts, (list, report) => {
      const compiled = compileOfficeRules({ version: 1, spread: "in-turn", rules: list });
      const found = matchingRules(compiled, report, report.filedOn);
      expect(found).toEqual(list.filter((rule) => plainlyMatches(rule, report)));
    }),
    { numRuns: 5_000 },
  );
});

/** The reasons why somebody gets nothing, once more, as one would say them. */
function obstacles(officer: Officer, day: CalendarDate): readonly string[] {
  const isAway = officer.leaves.some(({ firstDay, lastDay }) => firstDay <= day && (lastDay ?? day) >= day);
  return [
    isAway ? ["away"] : [],
    officer.noNewFrom !== null && officer.noNewFrom <= day ? ["leaving"] : [],
    officer.caseCap !== null && officer.openReports >= officer.caseCap ? ["at-cap"] : [],
    officer.protectedCases ? [] : ["not-for-protected"],
  ].flat();
}

/** Two mandates of one person at one office may differ in what they allow; then the first one counts. */
function hasNoDoubles(officers: readonly { readonly id: string; readonly officeId: string }[]): boolean {
  return new Set(officers.map(({ id, officeId }) => `${officeId} ${id}`)).size === officers.length;
}

function onlyFor(rule: OfficeRule, type: string): OfficeRule {
  return { ...rule, when: { ...rule.when, types: [type] } };
}

/** The conditions once more, as one would say them, without any index. */
function plainlyMatches({ from, until, when }: OfficeRule, report: RoutingFacts): boolean {
  const regime = regimeOn(report.student, report.firstDay);
  const age = ageOn(report.student.birthDate, report.firstDay);
  return [
    from === null || from <= report.filedOn,
    until === null || until >= report.filedOn,
    isAmong(when.locations, report.locationId),
    isAmong(when.schools, report.schoolId),
    isAmong(when.regimes, regime),
    isAmong(when.types, report.type),
    isAmong(when.levels, report.level),
    liesIn(when.postcodes, postcodeDigits(report)),
    when.age === undefined || (when.age.from <= age && age <= when.age.to),
    (when.urgent ?? report.isUrgent) === report.isUrgent,
    isCalled(when.surname, report.letters),
  ].every((holds) => holds);
}

function isAmong(wanted: readonly string[] | undefined, value: string | null): boolean {
  return wanted === undefined || wanted.some((candidate) => candidate === value && value !== "");
}

function liesIn(ranges: readonly { from: string; to: string }[] | undefined, digits: string | null): boolean {
  if (ranges === undefined) return true;
  return (
    digits !== null && ranges.some(({ from, to }) => Number(from) <= Number(digits) && Number(digits) <= Number(to))
  );
}

function isCalled(range: { from: string; to: string } | undefined, letters: string): boolean {
  if (range === undefined) return true;
  return letters !== "" && range.from <= letters && (letters <= range.to || letters.startsWith(range.to));
}
