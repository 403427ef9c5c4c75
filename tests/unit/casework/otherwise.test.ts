import { describe, expect, test } from "vitest";
import { otherwise } from "@/lib/casework/full-receipt";
import { type Route, type RuleName, type Why, whys } from "@/lib/routing/route";

const office = { id: "o-1", code: "LP0153", name: "Leerplicht Enschede" };
const deVries = { id: "p-1", name: "J. de Vries" };

function routed(rule: RuleName, officer: typeof deVries | null): Route {
  const municipality = { code: "0153", name: "Enschede" };
  const asked = { ruleSetVersion: null, officeRuleId: null, alsoMatched: [] };
  const said = { because: [], tried: [], rule, isProtected: false, ...asked };
  return { kind: "assigned", regime: "compulsory", municipality, office, officer, ...said };
}

function unroutable(why: Why): Route {
  const said = { because: [why], tried: [], rule: "residence" as const, isProtected: false };
  return { kind: "unroutable", why, regime: "compulsory", municipality: null, ...said };
}

const withDeVries = { officeId: office.id, officerId: deVries.id };
const withColleague = { officeId: office.id, officerId: "p-2" };

describe("nothing is hinted", () => {
  test.each(["least-open-work", "in-turn", "open-case", "shared-inbox"] as const)(
    "where %s would choose another: that differs from hour to hour",
    (rule) => {
      expect(otherwise(routed(rule, deVries), withColleague)).toBeNull();
    },
  );

  test("where a rule gives it to the shared inbox and somebody took it from there", () => {
    expect(otherwise(routed("office-rule", null), withColleague)).toBeNull();
  });

  test.each(["office-rule", "location-officer"] as const)("where %s says what is so already", (rule) => {
    expect(otherwise(routed(rule, deVries), withDeVries)).toBeNull();
  });

  test.each(whys)("of a report that has no office and would find none today either (%s)", (why) => {
    expect(otherwise(unroutable(why), { officeId: null, officerId: null })).toBeNull();
  });
});

describe("it is hinted", () => {
  test.each(["office-rule", "location-officer"] as const)("that %s names somebody else by now", (rule) => {
    const hint = { kind: "officer", name: "J. de Vries" };
    expect(otherwise(routed(rule, deVries), withColleague)).toEqual(hint);
    expect(otherwise(routed(rule, deVries), { officeId: office.id, officerId: null })).toEqual(hint);
  });

  test("that another office is competent, whoever it would be there", () => {
    const elsewhere = { officeId: "o-2", officerId: deVries.id };
    expect(otherwise(routed("least-open-work", deVries), elsewhere)).toEqual({ kind: "office", name: office.name });
  });

  test("that an office would be found for a report that has none", () => {
    const waiting = { officeId: null, officerId: null };
    expect(otherwise(routed("shared-inbox", null), waiting)).toEqual({ kind: "office", name: office.name });
  });

  test.each(whys)("that the rules find nobody for it any more, and why (%s)", (why) => {
    expect(otherwise(unroutable(why), withDeVries)).toEqual({ kind: "nowhere", why });
  });
});
