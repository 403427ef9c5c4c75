import { describe, expect, it } from "vitest";
import { decideRoute } from "@/lib/routing/decide";
import { competence, country, day, livesIn, office, report, reportOf } from "./country";

describe("the competent office", () => {
  it("for who is 18 is the regional point", () => {
    const route = decideRoute(reportOf("2006-01-10"), country());
    expect(route).toMatchObject({ kind: "assigned", regime: "over_18", office: { code: "R12" } });
    expect(route.because).toEqual(["lives-there", "regional-point", "shared-inbox"]);
  });

  it("for the qualification duty may be another than for compulsory education", () => {
    const table = country({
      offices: [office("MBO", "joint")],
      competences: [competence("MBO", "0546", "qualification")],
    });
    const leiden = { residences: [livesIn("0546")] };
    expect(decideRoute(reportOf("2008-10-10", leiden), table)).toMatchObject({ office: { code: "MBO" } });
    expect(decideRoute(reportOf("2012-10-10", leiden), table)).toMatchObject({ office: { code: "RBL" } });
  });

  it("changes on the eighteenth birthday", () => {
    const before = reportOf("2008-03-03", { firstDay: day("2026-03-02") });
    const after = reportOf("2008-03-03", { firstDay: day("2026-03-03") });
    expect(decideRoute(before, country())).toMatchObject({ regime: "qualification", office: { code: "ENSCHEDE" } });
    expect(decideRoute(after, country())).toMatchObject({ regime: "over_18", office: { code: "R12" } });
  });

  it("is read on the day of filing", () => {
    const ended = { ...competence("OLD", "0014", "compulsory"), until: day("2026-03-05") };
    const table = country({
      offices: [office("OLD"), office("NEW")],
      competences: [ended, competence("NEW", "0014", "compulsory", "2026-03-06")],
    });
    const groningen = { residences: [livesIn("0014")] };
    expect(decideRoute(report(groningen), table)).toMatchObject({ office: { code: "NEW" } });
    expect(decideRoute(report({ ...groningen, filedOn: day("2026-03-05") }), table)).toMatchObject({
      office: { code: "OLD" },
    });
  });

  it("of two that overlap is the one that was named last, and the decision says so", () => {
    const table = country({
      offices: [office("A"), office("B")],
      competences: [
        competence("A", "0014", "compulsory", "2020-01-01"),
        competence("B", "0014", "compulsory", "2024-01-01"),
      ],
    });
    const route = decideRoute(report({ residences: [livesIn("0014")] }), table);
    expect(route).toMatchObject({ office: { code: "B" } });
    expect(route.tried).toContainEqual({ rule: "competent-office", outcome: "several", found: ["B", "A"] });
  });

  it("of two that were named on one day is the first by code", () => {
    const table = country({
      offices: [office("B"), office("A")],
      competences: [competence("B", "0014", "compulsory"), competence("A", "0014", "compulsory")],
    });
    expect(decideRoute(report({ residences: [livesIn("0014")] }), table)).toMatchObject({ office: { code: "A" } });
  });

  it("that nobody set makes the report unroutable, with the municipality and all that was tried", () => {
    const route = decideRoute(report({ residences: [livesIn("0014")] }), country());
    expect(route).toMatchObject({
      kind: "unroutable",
      why: "no-office",
      regime: "compulsory",
      municipality: { code: "0014", name: "Groningen" },
      rule: "competent-office",
      because: ["no-office"],
    });
    expect(route.tried.map(({ rule }) => rule)).toEqual([
      "regime",
      "stay-address",
      "residence",
      "successor",
      "competent-office",
    ]);
  });
});

describe("no regime", () => {
  const exempt = (article: string) => {
    const facts = report();
    const exemptions = [{ article, from: day("2025-08-01"), until: null }];
    return { ...facts, student: { ...facts.student, exemptions } };
  };

  it.each([
    ["too young", reportOf("2022-01-10"), "too-young"],
    ["over age", reportOf("1999-03-02"), "over-age"],
    ["exempt because he is at school abroad", exempt("5c"), "exempt"],
  ])("for who is %s is unroutable, and says why", (_name, facts, ground) => {
    const route = decideRoute(facts, country());
    expect(route).toMatchObject({ kind: "unroutable", why: "no-regime", regime: "none", because: ["no-regime"] });
    expect(route.tried).toEqual([{ rule: "regime", outcome: "no-match", found: [ground] }]);
  });

  it("does not follow from substitute education", () => {
    expect(decideRoute(exempt("substitute"), country())).toMatchObject({ kind: "assigned", regime: "compulsory" });
  });

  it("is not asked of where somebody lives: who lives abroad is said to live abroad", () => {
    const route = decideRoute(report({ residences: [livesIn(null, { kind: "abroad" })] }), country());
    expect(route).toMatchObject({ kind: "unroutable", why: "abroad", regime: "compulsory", municipality: null });
  });
});
