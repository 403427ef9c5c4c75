import { describe, expect, it } from "vitest";
import { decideRoute } from "@/lib/routing/decide";
import { explainRoute } from "@/lib/routing/explain";
import type { RoutingFacts } from "@/lib/routing/facts";
import type { OfficeRule } from "@/lib/routing/office-rules/rule-set";
import { country, day, livesIn, officer, report } from "./country";
import { rule, ruleSet, to } from "./office-rules";

type Officers = ReturnType<typeof officer>[];

function decided(rules: readonly OfficeRule[], officers: Officers, facts: RoutingFacts = report()) {
  const route = decideRoute(facts, country({ officers, ruleSets: [ruleSet(rules)] }));
  if (route.kind === "unroutable") throw new Error(route.why);
  return route;
}

function given(...asked: Parameters<typeof decided>): string {
  const route = decided(...asked);
  return `${route.officer?.name ?? "inbox"}: ${route.rule} ${route.because.slice(2).join("+")}`;
}

function skippedIn(route: ReturnType<typeof decided>) {
  return route.tried.find((step) => step.rule === "office-rule")?.skipped;
}

const anna = (traits: Parameters<typeof officer>[2] = {}) => officer("ENSCHEDE", "Anna", traits);
const bram = (traits: Parameters<typeof officer>[2] = {}) => officer("ENSCHEDE", "Bram", traits);
const leave = (deputyId: string | null) => ({ leaves: [{ firstDay: day("2026-03-01"), lastDay: null, deputyId }] });

describe("a rule of the office that nobody can take is passed over and shown:", () => {
  const next = rule("next", { goesTo: to("Bram") });
  const first = rule("first", { goesTo: to("Anna") });

  it.each<[string, Officers[number] | null]>([
    ["not-in-team", null],
    ["not-in-team", anna({ until: day("2026-03-05") })],
    ["not-in-team", anna({ role: "coordinator" })],
    ["away", anna(leave(null))],
    ["at-cap", anna({ caseCap: 4, openReports: 4 })],
    ["leaving", anna({ noNewFrom: day("2026-03-06") })],
  ])("%s", (why, named) => {
    const route = decided([first, next], [bram(), ...(named === null ? [] : [named])]);
    expect(route).toMatchObject({ officer: { name: "Bram" }, rule: "office-rule", officeRuleId: "next" });
    expect(skippedIn(route)).toEqual([{ ruleId: "first", officers: [{ id: "id-Anna", why }] }]);
  });

  it("not-for-protected", () => {
    const facts = report({ residences: [livesIn("0153", { kind: "protected" })] });
    const route = decided([first, next], [anna(), bram({ protectedCases: true })], facts);
    expect(route.officer?.name).toBe("Bram");
    expect(skippedIn(route)?.[0]?.officers).toEqual([{ id: "id-Anna", why: "not-for-protected" }]);
  });

  it("and where no other rule matches, the office goes on as it would without", () => {
    const route = decided([first], [bram()]);
    expect(route).toMatchObject({
      officer: { name: "Bram" },
      rule: "least-open-work",
      ruleSetVersion: 1,
      officeRuleId: null,
      alsoMatched: ["first"],
    });
  });
});

describe("a rule of the office", () => {
  it("names who gets the report, and what else would have matched", () => {
    const rules = [
      rule("other", { when: { types: ["late_arrival"] } }),
      rule("first", { goesTo: to("Bram") }),
      rule("second", { goesTo: to("Anna") }),
      rule("third"),
    ];
    const route = decided(rules, [anna(), bram({ openReports: 90 })]);
    expect(route).toMatchObject({
      officer: { name: "Bram" },
      ruleSetVersion: 1,
      officeRuleId: "first",
      alsoMatched: ["second", "third"],
    });
    expect(skippedIn(route)).toBeUndefined();
  });

  it("comes after an open case and before the officer of the location", () => {
    const here = { locationIds: ["location-1"] };
    const rules = [rule("first", { goesTo: to("Bram") })];
    expect(given(rules, [anna(here), bram()])).toBe("Bram: office-rule office-rule");
    const openCases = [{ officeId: "id-ENSCHEDE", officerId: "id-Anna" }];
    const route = decided(rules, [anna(), bram()], report({ openCases }));
    expect(route).toMatchObject({ rule: "open-case", ruleSetVersion: null, alsoMatched: [] });
  });

  it("may send to the shared inbox on purpose", () => {
    expect(given([rule("first")], [anna()])).toBe("inbox: office-rule office-rule");
  });

  it("gives the deputy what is meant for somebody who is away", () => {
    expect(given([rule("first", { goesTo: to("Anna") })], [anna(leave("id-Bram")), bram()])).toBe(
      "Bram: office-rule office-rule+deputy",
    );
  });

  it("spreads among several whom it names, by open work or in turn", () => {
    const rules = [rule("first", { goesTo: to("Anna", "Bram") })];
    const team = [
      anna({ openReports: 9, lastGivenAt: "2026-03-01T09:00:00" }),
      bram({ openReports: 2, lastGivenAt: "2026-03-05T09:00:00" }),
    ];
    expect(given(rules, team)).toBe("Bram: office-rule office-rule");
    const inTurn = country({ officers: team, ruleSets: [ruleSet(rules, { spread: "in-turn" })] });
    expect(decideRoute(report(), inTurn)).toMatchObject({ officer: { name: "Anna" } });
  });

  it("of another office says nothing here", () => {
    const table = country({ officers: [anna()], ruleSets: [ruleSet([rule("r")], { officeId: "id-RBL" })] });
    expect(decideRoute(report(), table)).toMatchObject({ rule: "least-open-work", ruleSetVersion: null });
  });
});

describe("the rules in force", () => {
  it("are those of the day of filing: the latest that began by then, then the highest version", () => {
    const sets = [
      ruleSet([rule("old")], { version: 1, activeFrom: day("2026-01-01") }),
      ruleSet([rule("taken back")], { version: 2, activeFrom: day("2026-03-06") }),
      ruleSet([rule("new")], { version: 3, activeFrom: day("2026-03-06") }),
      ruleSet([rule("earlier")], { version: 4, activeFrom: day("2026-02-01") }),
    ];
    const on = (filedOn: string) => {
      const route = decideRoute(report({ filedOn: day(filedOn) }), country({ officers: [anna()], ruleSets: sets }));
      return route.kind === "assigned" ? route.officeRuleId : route.why;
    };
    expect(on("2026-03-05")).toBe("earlier");
    expect(on("2026-03-06")).toBe("new");
    const before = report({ firstDay: day("2025-12-30"), filedOn: day("2025-12-31") });
    expect(decideRoute(before, country({ officers: [anna()], ruleSets: sets }))).toMatchObject({
      rule: "least-open-work",
    });
  });
});

describe("work in turn", () => {
  const inTurn = (...officers: Officers) =>
    decideRoute(report(), country({ officers, ruleSets: [ruleSet([], { spread: "in-turn" })] }));

  it("goes to who has waited longest, and first to who never got any", () => {
    const early = anna({ openReports: 50, lastGivenAt: "2026-03-01T09:00:00" });
    const late = bram({ lastGivenAt: "2026-03-01T09:00:01" });
    expect(inTurn(early, late)).toMatchObject({ officer: { name: "Anna" }, rule: "in-turn" });
    const fresh = officer("ENSCHEDE", "Cora");
    expect(inTurn(early, late, fresh)).toMatchObject({ officer: { name: "Cora" } });
  });

  it("passes over who is away, full or leaving", () => {
    const route = inTurn(anna(leave("id-Bram")), bram({ lastGivenAt: "2026-03-05T09:00:00" }));
    expect(route).toMatchObject({ officer: { name: "Bram" }, because: ["lives-there", "own-office", "in-turn"] });
    expect(inTurn(anna(leave(null)))).toMatchObject({ officer: null, rule: "shared-inbox" });
  });
});

describe("absence counts without any rule of the office:", () => {
  const without = (facts: RoutingFacts, ...officers: Officers) => {
    const route = decideRoute(facts, country({ officers }));
    return route.kind === "assigned" ? `${route.officer?.name ?? "inbox"}: ${route.because.at(-1)}` : route.why;
  };
  const openCases = [{ officeId: "id-ENSCHEDE", officerId: "id-Anna" }];
  const here = { locationIds: ["location-1"] };

  it("the deputy gets the next report of a student whose officer is away", () => {
    expect(without(report({ openCases }), anna(leave("id-Bram")), bram({ openReports: 9 }))).toBe("Bram: deputy");
  });

  it("a cap does not part the next report of a student from the ones before, but leaving does", () => {
    const full = anna({ caseCap: 1, openReports: 1 });
    expect(without(report({ openCases }), full, bram())).toBe("Anna: open-case");
    expect(without(report({ openCases }), anna({ noNewFrom: day("2026-03-06") }), bram())).toBe(
      "Bram: least-open-work",
    );
  });

  it("the deputy stands in for the officer of the location", () => {
    expect(without(report(), anna({ ...here, ...leave("id-Bram") }), bram())).toBe("Bram: deputy");
    expect(without(report(), anna({ ...here, ...leave(null) }), bram())).toBe("Bram: least-open-work");
    expect(without(report(), anna({ ...here, caseCap: 0 }), bram())).toBe("Bram: least-open-work");
  });

  it("the least open work is sought among who is there; a free weekday only breaks a tie", () => {
    expect(without(report(), anna(leave(null)), bram({ openReports: 40 }))).toBe("Bram: least-open-work");
    expect(without(report(), anna({ workDays: [1] }), bram({ workDays: [5] }))).toBe("Bram: least-open-work");
    expect(without(report(), anna({ workDays: [1] }), bram({ openReports: 1 }))).toBe("Anna: least-open-work");
  });

  it("nobody there means the shared inbox", () => {
    expect(without(report(), anna(leave(null)), bram(leave("id-Anna")))).toBe("inbox: shared-inbox");
  });
});

it("a school and an office read in words what a rule or a deputy decided", () => {
  const route = decided([rule("first", { goesTo: to("Anna") })], [anna(leave("id-Bram")), bram()]);
  expect(explainRoute(route, { side: "school", locale: "nl" })).toBe(
    "Ging naar Kantoor ENSCHEDE, omdat de leerling daar woont en dit het eigen kantoor van de gemeente is. " +
      "Bram krijgt de melding, omdat een regel van het kantoor dit zo bepaalt en deze medewerker waarneemt voor de " +
      "vaste medewerker.",
  );
  expect(explainRoute(decided([rule("r")], []), { side: "office", locale: "en" })).toMatch(
    /The report is in the shared inbox, because a rule of the office says so\.$/,
  );
});
