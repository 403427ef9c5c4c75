import { describe, expect, it } from "vitest";
import type { RoutingFacts } from "@/lib/routing/facts";
import { compileOfficeRules, matchingRules } from "@/lib/routing/office-rules/compile";
import type { Conditions, OfficeRule } from "@/lib/routing/office-rules/rule-set";
import { surnameLetters } from "@/lib/routing/surname-letters";
import { day, livesIn, report, reportOf } from "./country";
import { rule } from "./office-rules";

function matches(when: Conditions, facts: RoutingFacts = report()): boolean {
  return matched([rule("r", { when })], facts).length === 1;
}

function matched(rules: readonly OfficeRule[], facts: RoutingFacts = report()): readonly string[] {
  const compiled = compileOfficeRules({ version: 1, spread: "least-open-work", rules });
  return matchingRules(compiled, facts, facts.filedOn).map(({ id }) => id);
}

const at = (postcode: string | null) => report({ residences: [livesIn("0153", { postcode })] });

describe("what is not known makes a condition false, and never an error:", () => {
  it.each<[string, Conditions, RoutingFacts]>([
    ["no postcode", { postcodes: [{ from: "1000", to: "9999" }] }, at(null)],
    ["no residence", { postcodes: [{ from: "1000", to: "9999" }] }, report({ residences: [] })],
    ["an empty postcode", { postcodes: [{ from: "1000", to: "9999" }] }, at("")],
    ["no level", { levels: ["3"] }, report({ level: null })],
    ["an empty level", { levels: [""] }, report({ level: "" })],
    ["no letters of a name", { surname: { from: "A", to: "Z" } }, report({ letters: "" })],
    ["no type", { types: [""] }, report({ type: "" })],
    ["an empty list", { schools: [] }, report()],
    ["a range that ends before it begins", { age: { from: 18, to: 12 } }, report()],
    ["postcodes that end before they begin", { postcodes: [{ from: "9000", to: "1000" }] }, at("7511AB")],
  ])("%s", (_what, when, facts) => {
    expect(matches(when, facts)).toBe(false);
  });
});

describe("a condition", () => {
  it("that is not there asks nothing", () => {
    expect(matches({})).toBe(true);
  });

  it("must hold together with all others", () => {
    const when = { types: ["other_absence"], urgent: true };
    expect(matches(when)).toBe(false);
    expect(matches(when, report({ isUrgent: true }))).toBe(true);
  });

  it("on a location or a school asks for one of those", () => {
    expect(matches({ locations: ["elsewhere", "location-1"] })).toBe(true);
    expect(matches({ locations: ["elsewhere"] })).toBe(false);
    expect(matches({ schools: ["school-1"] })).toBe(true);
    expect(matches({ schools: ["school-2"] })).toBe(false);
  });

  it("on postcodes has both ends, and asks the digits only", () => {
    const when = { postcodes: [{ from: "7511", to: "7545" }] };
    expect(["7510ZZ", "7511AA", "7545ZZ", "7546AA"].map((postcode) => matches(when, at(postcode)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it("on postcodes asks where the student stays before where he lives, also behind a protected address", () => {
    const when = { postcodes: [{ from: "2300", to: "2399" }] };
    const home = [livesIn("0153", { postcode: "7511AB" })];
    expect(matches(when, report({ residences: home, stay: { postcode: "2311AB" } }))).toBe(true);
    const hidden = [livesIn("0546", { postcode: "2311AB", kind: "protected" })];
    expect(matches(when, report({ residences: hidden }))).toBe(true);
  });

  it("on the regime asks for that of the first day of absence", () => {
    expect(matches({ regimes: ["compulsory"] })).toBe(true);
    expect(matches({ regimes: ["over_18"] })).toBe(false);
    expect(matches({ regimes: ["over_18"] }, reportOf("2006-01-10"))).toBe(true);
  });

  it("on age counts whole years on the first day, the birthday itself among them", () => {
    const sixteen = { age: { from: 16, to: 16 } };
    const onDay = (firstDay: string) => matches(sixteen, reportOf("2010-03-02", { firstDay: day(firstDay) }));
    expect(onDay("2026-03-01")).toBe(false);
    expect(onDay("2026-03-02")).toBe(true);
    expect(onDay("2027-03-01")).toBe(true);
    expect(onDay("2027-03-02")).toBe(false);
  });

  it("on age counts who was born on 29 February a year older on 1 March of a common year", () => {
    const when = { age: { from: 14, to: 14 } };
    expect(matches(when, reportOf("2012-02-29", { firstDay: day("2026-02-28") }))).toBe(false);
    expect(matches(when, reportOf("2012-02-29", { firstDay: day("2026-03-01") }))).toBe(true);
    const sixteen = { age: { from: 16, to: 16 } };
    expect(matches(sixteen, reportOf("2012-02-29", { firstDay: day("2028-02-29") }))).toBe(true);
  });

  it("on the level asks for that of the enrolment at the location", () => {
    expect(matches({ levels: ["3", "4"] }, report({ level: "4" }))).toBe(true);
    expect(matches({ levels: ["3"] }, report({ level: "4" }))).toBe(false);
  });

  it("on urgency may ask for either", () => {
    expect(matches({ urgent: false })).toBe(true);
    expect(matches({ urgent: false }, report({ isUrgent: true }))).toBe(false);
  });

  it("on the surname works as a card index: K to M has all of M", () => {
    const inRange = (from: string, to: string) => (name: string) =>
      matches({ surname: { from, to } }, report({ letters: surnameLetters(name) }));
    expect(["Jansen", "Kok", "Mulder", "Mzungu", "Nak"].map(inRange("K", "M"))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
    expect(["Jansen", "Jas", "K", "Ka", "Kok"].map(inRange("Ja", "Ka"))).toEqual([true, true, true, true, false]);
    expect(["Öz", "Ødegård", "Çelik", "Łuczak", "'t Hart"].map(surnameLetters)).toEqual(["OZ", "OD", "CE", "LU", "TH"]);
    expect(inRange("c", "ç")("Çelik")).toBe(true);
  });
});

describe("a rule", () => {
  it("holds on its first and its last day, and not on the days beside them", () => {
    const dated = rule("r", { from: day("2026-03-06"), until: day("2026-03-08") });
    const on = (filedOn: string) => matched([dated], report({ filedOn: day(filedOn) })).length;
    expect(["2026-03-05", "2026-03-06", "2026-03-08", "2026-03-09"].map(on)).toEqual([0, 1, 1, 0]);
  });

  it("stands in the order of the office, wherever it was found", () => {
    const rules = [
      rule("a", { when: { types: ["other_absence"] } }),
      rule("b", { when: { schools: ["school-1"], types: ["other_absence"] } }),
      rule("c", { when: { schools: ["school-2"] } }),
      rule("d"),
      rule("e", { when: { locations: ["location-1", "location-1"] } }),
    ];
    expect(matched(rules)).toEqual(["a", "b", "d", "e"]);
  });
});
