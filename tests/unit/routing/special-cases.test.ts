import { describe, expect, it } from "vitest";
import { decideRoute } from "@/lib/routing/decide";
import { explainRoute } from "@/lib/routing/explain";
import type { RoutingFacts } from "@/lib/routing/facts";
import { factsAsTheyWere, tableAsItWas } from "@/lib/routing/receipt";
import { replay } from "@/lib/routing/replay";
import type { RoutingTable } from "@/lib/routing/table";
import { area, change, competence, country, countryRows, day, livesIn, officer, report, reportOf } from "./country";

/** Where the report went and under which duty, in one line. */
function wentTo(facts: RoutingFacts, table: RoutingTable = country()): string {
  const route = decideRoute(facts, table);
  return route.kind === "assigned" ? `${route.office.code} ${route.regime}` : `${route.why} ${route.regime}`;
}

function absentOn(birthDate: string, firstDay: string, student: Partial<RoutingFacts["student"]> = {}): RoutingFacts {
  const facts = reportOf(birthDate, { firstDay: day(firstDay), filedOn: day(firstDay) });
  return { ...facts, student: { ...facts.student, ...student } };
}

describe("the special cases of the law:", () => {
  it("a school in another municipality changes nothing: residence decides", () => {
    const elsewhere = report({ locationId: "location in Leiden", schoolId: "school of Leiden" });
    expect(decideRoute(elsewhere, country())).toEqual(decideRoute(report(), country()));
  });

  it("who turns 18 goes to the regional point from the birthday itself", () => {
    expect(wentTo(absentOn("2008-03-02", "2026-03-01"))).toBe("ENSCHEDE qualification");
    expect(wentTo(absentOn("2008-03-02", "2026-03-02"))).toBe("R12 over_18");
    expect(wentTo(absentOn("2008-03-02", "2026-03-03"))).toBe("R12 over_18");
  });

  it("who turns 18 between the first day and the filing is what he was on the first day", () => {
    const facts = reportOf("2008-03-04", { firstDay: day("2026-03-02"), filedOn: day("2026-03-06") });
    expect(wentTo(facts)).toBe("ENSCHEDE qualification");
  });

  it("who was born on 29 February turns 18 on 1 March, for eighteen years after a leap year there is none", () => {
    expect(wentTo(absentOn("2008-02-29", "2026-02-28"))).toBe("ENSCHEDE qualification");
    expect(wentTo(absentOn("2008-02-29", "2026-03-01"))).toBe("R12 over_18");
    expect(wentTo(absentOn("2004-02-29", "2022-02-28"))).toBe("ENSCHEDE qualification");
    expect(wentTo(absentOn("2004-02-29", "2022-03-01"))).toBe("R12 over_18");
  });

  it("who was born on 29 February is of compulsory age from the month after his fifth, to the end of the year of his sixteenth birthday", () => {
    expect(wentTo(absentOn("2016-02-29", "2021-03-31"))).toBe("no-regime none");
    expect(wentTo(absentOn("2016-02-29", "2021-04-01"))).toBe("ENSCHEDE compulsory");
    expect(wentTo(absentOn("2008-02-29", "2024-02-29"))).toBe("ENSCHEDE compulsory");
    expect(wentTo(absentOn("2008-02-29", "2024-07-31"))).toBe("ENSCHEDE compulsory");
    expect(wentTo(absentOn("2008-02-29", "2024-08-01"))).toBe("ENSCHEDE qualification");
  });

  it("compulsory education ends with the school year in which one turns 16, not on the birthday", () => {
    expect(wentTo(absentOn("2010-03-02", "2026-03-02"))).toBe("ENSCHEDE compulsory");
    expect(wentTo(absentOn("2010-03-02", "2026-07-31"))).toBe("ENSCHEDE compulsory");
    expect(wentTo(absentOn("2010-03-02", "2026-08-01"))).toBe("ENSCHEDE qualification");
    expect(wentTo(absentOn("2010-08-01", "2027-07-31"))).toBe("ENSCHEDE compulsory");
    expect(wentTo(absentOn("2010-08-01", "2027-08-01"))).toBe("ENSCHEDE qualification");
  });

  it("who lives abroad goes to no office, and least of all to that of the school", () => {
    expect(wentTo(report({ residences: [livesIn(null, { kind: "abroad" })] }))).toBe("abroad compulsory");
  });

  it("who has no known address goes to no office, unless he stays somewhere", () => {
    const facts = report({ residences: [livesIn(null, { kind: "unknown" })] });
    expect(wentTo(facts)).toBe("unknown-residence compulsory");
    expect(wentTo({ ...facts, stay: { postcode: "2311AB" } })).toBe("RBL compulsory");
  });

  it("a correspondence address counts as residence, and the reason says what it is", () => {
    const route = decideRoute(report({ residences: [livesIn("0153", { kind: "correspondence" })] }), country());
    expect(route).toMatchObject({
      office: { code: "ENSCHEDE" },
      because: expect.arrayContaining(["correspondence-address"]),
    });
  });

  it("a protected address goes where it belongs, to named officers only, and the school reads nothing of it", () => {
    const named = officer("ENSCHEDE", "Zoë", { protectedCases: true });
    const table = country({ officers: [officer("ENSCHEDE", "Anna"), named] });
    const route = decideRoute(report({ residences: [livesIn("0153", { kind: "protected" })] }), table);
    expect(route).toMatchObject({ office: { code: "ENSCHEDE" }, officer: { name: "Zoë" }, isProtected: true });
    expect(explainRoute(route, { side: "school", locale: "nl" })).not.toMatch(/ENSCHEDE|Enschede|Zoë|woont/);
  });

  describe("a merger", () => {
    const merging = country({
      municipalities: [{ code: "0555", name: "Oud" }],
      changes: [change("0555", "0153", "2026-03-06")],
      competences: [competence("RBL", "0555", "compulsory")],
    });
    const filed = (filedOn: string) => report({ residences: [livesIn("0555")], filedOn: day(filedOn) });

    it.each([
      ["the day before", "2026-03-05", "RBL compulsory"],
      ["the day itself", "2026-03-06", "ENSCHEDE compulsory"],
      ["the day after", "2026-03-07", "ENSCHEDE compulsory"],
    ])("on %s", (_when, filedOn, office) => {
      expect(wentTo(filed(filedOn), merging)).toBe(office);
    });
  });

  describe("a split", () => {
    const changes = [change("0997", "0153", "2026-03-06", "split"), change("0997", "0546", "2026-03-06", "split")];
    const split = country({ changes, competences: [competence("R12", "0997", "compulsory")] });
    const from = (postcode: string | null, filedOn: string) =>
      report({ residences: [livesIn("0997", { postcode })], filedOn: day(filedOn) });

    it("is decided by the postcode from the day itself", () => {
      expect(wentTo(from("7511AB", "2026-03-05"), split)).toBe("R12 compulsory");
      expect(wentTo(from("7511AB", "2026-03-06"), split)).toBe("ENSCHEDE compulsory");
      expect(wentTo(from("2311AB", "2026-03-07"), split)).toBe("RBL compulsory");
    });

    it("without a postcode that decides is never guessed", () => {
      expect(wentTo(from(null, "2026-03-05"), split)).toBe("R12 compulsory");
      expect(wentTo(from(null, "2026-03-06"), split)).toBe("address-needed compulsory");
      expect(wentTo(from("9999AA", "2026-03-06"), split)).toBe("address-needed compulsory");
    });
  });

  it("a border correction moves the addresses that the postcode says it moved, from the day itself", () => {
    const border = country({
      changes: [change("0546", "0153", "2026-03-06", "border-correction")],
      areas: [
        area("2311AA", "0546", "1900-01-01", "2026-03-05"),
        area("2311AA", "0153", "2026-03-06"),
        area("2312", "0546"),
      ],
    });
    const at = (postcode: string, filedOn: string) =>
      wentTo(report({ residences: [livesIn("0546", { postcode })], filedOn: day(filedOn) }), border);
    expect(at("2311AA", "2026-03-05")).toBe("RBL compulsory");
    expect(at("2311AA", "2026-03-06")).toBe("ENSCHEDE compulsory");
    expect(at("2312AA", "2026-03-07")).toBe("RBL compulsory");
  });

  it("a basic qualification ends the qualification duty on its day, and compulsory education not at all", () => {
    const qualified = { basicQualificationOn: day("2026-03-02") };
    expect(wentTo(absentOn("2008-09-10", "2026-03-01", qualified))).toBe("ENSCHEDE qualification");
    expect(wentTo(absentOn("2008-09-10", "2026-03-02", qualified))).toBe("no-regime none");
    expect(wentTo(absentOn("2011-09-10", "2026-03-02", qualified))).toBe("ENSCHEDE compulsory");
  });

  it("an exemption ends the duty on its first and last day and between, and not beside them", () => {
    const exempt = { exemptions: [{ article: "5a", from: day("2026-03-02"), until: day("2026-03-04") }] };
    const on = (firstDay: string) => wentTo(absentOn("2012-09-10", firstDay, exempt));
    expect(["2026-03-01", "2026-03-02", "2026-03-04", "2026-03-05"].map(on)).toEqual([
      "ENSCHEDE compulsory",
      "no-regime none",
      "no-regime none",
      "ENSCHEDE compulsory",
    ]);
  });

  it("who lives here and goes to school abroad is exempt while that lasts, and goes to no office", () => {
    const abroad = { exemptions: [{ article: "5c", from: day("2025-08-01"), until: day("2026-07-31") }] };
    expect(wentTo(absentOn("2012-09-10", "2026-07-31", abroad))).toBe("no-regime none");
    expect(wentTo(absentOn("2012-09-10", "2026-08-01", abroad))).toBe("ENSCHEDE compulsory");
  });

  it("who works for a municipality and a regional point gets from each what is for it, under one name", () => {
    const both = [officer("ENSCHEDE", "Anna"), officer("R12", "Anna", { openReports: 3 })];
    const to = (birthDate: string) => decideRoute(reportOf(birthDate), country({ officers: both }));
    expect(to("2012-09-10")).toMatchObject({ office: { code: "ENSCHEDE" }, officer: { id: "id-Anna" } });
    expect(to("2006-01-10")).toMatchObject({ office: { code: "R12" }, officer: { id: "id-Anna" } });
  });
});

describe("a receipt", () => {
  it("keeps of postcodes only the digits, also where six characters decided, and gives the same answer", () => {
    const extra = { areas: [area("7511AA", "0153"), area("7511AB", "0546")] };
    const facts = report({
      stay: { postcode: "7511AB" },
      residences: [
        livesIn("0153", { postcode: "7511AA" }),
        livesIn("0014", { from: day("2010-01-01"), postcode: "9999ZZ" }),
      ],
    });
    const rows = countryRows(extra);
    const route = decideRoute(facts, country(extra));
    const stored = JSON.stringify({ facts: factsAsTheyWere(facts), tableThen: tableAsItWas({ route, facts, rows }) });
    expect(route).toMatchObject({ office: { code: "RBL" } });
    expect(stored).not.toMatch(/7511A|9999|student-1/);
    expect(replay(JSON.parse(stored))).toEqual(route);
  });

  it("of a report that was placed by hand, or from before receipts were whole, is not made again", () => {
    expect(replay({ facts: {}, tableThen: null })).toBeNull();
    expect(replay({ facts: factsAsTheyWere(report()), tableThen: null })).toBeNull();
    expect(replay({ facts: { firstDay: "2026-03-02" }, tableThen: countryRows() })).toBeNull();
  });
});
