import { describe, expect, test } from "vitest";
import { brokenRules } from "@/lib/routing/office-rules/faults";
import { ruleForm, ruleOf } from "@/lib/routing/office-rules/rule-input";
import type { Conditions, OfficeRule } from "@/lib/routing/office-rules/rule-set";
import { type Unreached, unreachedRules } from "@/lib/routing/office-rules/unreachable";
import { calendarDate } from "@/lib/shared/calendar-date";
import { newId } from "@/lib/shared/ids";

const officer = newId();
const day = (text: string) => calendarDate.parse(text);
const rule = (when: Conditions, traits: Partial<OfficeRule> = {}): OfficeRule => ({
  id: newId(),
  name: "Regel",
  from: null,
  until: null,
  when,
  goesTo: { kind: "officers", officerIds: [officer] },
  ...traits,
});
const unreached = (rules: readonly OfficeRule[]) =>
  unreachedRules(rules, { since: day("2026-06-15"), officerIds: new Set([officer]) });
const filled = { edition: "1", name: "Brugklas", goesTo: "officers", officers: officer };

describe("what is filled in wrongly is refused at its field", () => {
  test.each([
    [{ name: "" }, "name"],
    [{ postcodes: "35" }, "postcodes"],
    [{ postcodes: "3515-3511" }, "postcodes"],
    [{ postcodes: "0123" }, "postcodes"],
    [{ ageFrom: "twaalf" }, "ageFrom"],
    [{ ageTo: "100" }, "ageTo"],
    [{ ageFrom: "15", ageTo: "12" }, "ageTo"],
    [{ surnameFrom: "A" }, "surnameTo"],
    [{ surnameFrom: "1", surnameTo: "M" }, "surnameFrom"],
    [{ from: "31-2-2027" }, "from"],
    [{ from: "2-1-2027", until: "1-1-2027" }, "until"],
    [{ goesTo: "nobody" }, "goesTo"],
    [{ officers: [] }, "officers"],
    [{ officers: "Jan" }, "officers"],
    [{ locations: "Het Stedelijk" }, "locations"],
    [{ urgent: "maybe" }, "urgent"],
    [{ surnameFrom: "Jan", surnameTo: "K" }, "surnameFrom"],
    [{ schools: newId(), locations: newId() }, "locations"],
  ])("%o", (wrong, field) => {
    const read = ruleForm.safeParse({ ...filled, ...wrong });
    expect(read.success).toBe(false);
    expect(read.error?.issues[0]?.path[0]).toBe(field);
  });
});

test("what is left empty is no condition, and what is filled in is kept as it was meant", () => {
  const read = ruleForm.parse({ ...filled, postcodes: "3511-3515, 3521", ageTo: "15", regimes: "compulsory" });
  expect(ruleOf(read, officer)).toMatchObject({
    from: null,
    when: {
      postcodes: [
        { from: "3511", to: "3515" },
        { from: "3521", to: "3521" },
      ],
      age: { from: 0, to: 15 },
      regimes: ["compulsory"],
    },
    goesTo: { kind: "officers", officerIds: [officer] },
  });
  expect(ruleOf(ruleForm.parse(filled), officer).when).toEqual({});
});

describe("a rule is pointed out as never reached only when an earlier one takes all of it", () => {
  const young = { age: { from: 12, to: 15 } };
  test.each<[string, OfficeRule, OfficeRule, boolean]>([
    ["everything before something", rule({}), rule(young), true],
    ["something before everything", rule(young), rule({}), false],
    ["the same twice", rule(young), rule(young), true],
    ["a wider age", rule({ age: { from: 10, to: 16 } }), rule(young), true],
    ["an age that overlaps", rule({ age: { from: 13, to: 16 } }), rule(young), false],
    [
      "K to M before KA to KL",
      rule({ surname: { from: "K", to: "M" } }),
      rule({ surname: { from: "KA", to: "KL" } }),
      true,
    ],
    [
      "A to KL before A to K",
      rule({ surname: { from: "A", to: "KL" } }),
      rule({ surname: { from: "A", to: "K" } }),
      false,
    ],
    [
      "letters of another alphabet",
      rule({ surname: { from: "А", to: "Я" } }),
      rule({ surname: { from: "Б", to: "Б" } }),
      false,
    ],
    [
      "a range within a range",
      rule({ postcodes: [{ from: "3000", to: "3999" }] }),
      rule({ postcodes: [{ from: "3511", to: "3515" }] }),
      true,
    ],
    ["only urgent before any", rule({ urgent: true }), rule({}), false],
    ["one that ends before", rule({}, { until: day("2026-12-31") }), rule(young), false],
    ["one that begins after", rule({}, { from: day("2027-01-01") }), rule(young), false],
    ["one that began by now", rule({}, { from: day("2026-01-01") }), rule(young), true],
    [
      "one of which nobody is here",
      rule({}, { goesTo: { kind: "officers", officerIds: [newId()] } }),
      rule(young),
      false,
    ],
    [
      "one of which one is gone",
      rule({}, { goesTo: { kind: "officers", officerIds: [newId(), officer] } }),
      rule(young),
      true,
    ],
    ["a type before two", rule({ types: ["late"] }), rule({ types: ["late", "other"] }), false],
    ["two types before one", rule({ types: ["late", "other"] }), rule({ types: ["other"] }), true],
  ])("%s", (_name, earlier, later, isHidden) => {
    const expected = isHidden ? [[later.id, { why: "hidden", by: [earlier], unlessAway: true }]] : [];
    expect([...unreached([earlier, later])]).toEqual(expected);
  });
});

describe("several earlier rules that together take all hide a rule,", () => {
  const [urgent, calm] = [rule({ urgent: true }), rule({ urgent: false })];
  const [first, second] = [rule({ surname: { from: "A", to: "M" } }), rule({ surname: { from: "N", to: "Z" } })];
  const [minors, adults] = [rule({ regimes: ["compulsory", "qualification"] }), rule({ regimes: ["over_18"] })];
  const [until15, from16] = [rule({ age: { from: 0, to: 15 } }), rule({ age: { from: 16, to: 99 } })];
  const [until2027, from2027] = [rule({}, { until: day("2026-12-31") }), rule({}, { from: day("2027-01-01") })];
  const others = rule({ types: ["other"] });
  const [inbox, havo] = [rule({ types: ["late"] }, { goesTo: { kind: "shared-inbox" } }), rule({ levels: ["havo"] })];
  test.each<[string, readonly OfficeRule[], OfficeRule, readonly OfficeRule[]]>([
    ["with and without urgency", [urgent, calm], rule({}), [urgent, calm]],
    ["each duty", [minors, adults], rule({ types: ["late"] }), [minors, adults]],
    ["each age", [until15, from16], rule({}), [until15, from16]],
    ["minors by duty and the rest by age", [minors, rule({ age: { from: 18, to: 99 } })], rule({}), []],
    ["minors by duty and all of 16 and more by age", [minors, from16], rule({}), [minors, from16]],
    ["A to M and N to Z, for A to Z", [first, second], rule({ surname: { from: "A", to: "Z" } }), [first, second]],
    ["A to M and N to Z, and not for who has no letters", [first, second], rule({}), []],
    [
      "A to L and N to Z",
      [rule({ surname: { from: "A", to: "L" } }), second],
      rule({ surname: { from: "A", to: "Z" } }),
      [],
    ],
    ["one after the other in time", [until2027, from2027], rule({}), [until2027, from2027]],
    [
      "urgent ones of half the letters and the rest",
      [rule({ urgent: true, surname: { from: "A", to: "M" } }), calm],
      rule({}),
      [],
    ],
    ["and the one that adds nothing is not named", [inbox, havo, urgent, calm], rule({}), [urgent, calm]],
    ["a list of types in two", [inbox, others], rule({ types: ["late", "other"] }), [inbox, others]],
  ])("%s", (_name, above, later, by) => {
    const expected = by.length === 0 ? undefined : { why: "hidden", by, unlessAway: true };
    expect(unreached([...above, later]).get(later.id)).toEqual(expected);
  });
});

test("a rule that hides another for good, whoever is away, sends to the shared inbox", () => {
  const inbox = rule({}, { goesTo: { kind: "shared-inbox" } });
  const later = rule({});
  expect(unreached([inbox, later]).get(later.id)).toEqual({ why: "hidden", by: [inbox], unlessAway: false });
});

describe("a rule is never reached by itself when", () => {
  test.each<[string, OfficeRule, Unreached | undefined]>([
    ["its last day was yesterday", rule({}, { until: day("2026-06-14") }), { why: "over" }],
    ["but not when its last day is today", rule({}, { until: day("2026-06-15") }), undefined],
    ["it asks for adults of 15 at most", rule({ regimes: ["over_18"], age: { from: 0, to: 15 } }), { why: "nobody" }],
    ["but not for 16, with a certificate", rule({ regimes: ["over_18"], age: { from: 0, to: 16 } }), undefined],
    [
      "it asks for compulsory education at 17",
      rule({ regimes: ["compulsory"], age: { from: 17, to: 99 } }),
      { why: "nobody" },
    ],
    ["but not at 16", rule({ regimes: ["compulsory"], age: { from: 16, to: 99 } }), undefined],
    [
      "it asks for the qualification duty at 18",
      rule({ regimes: ["qualification"], age: { from: 18, to: 18 } }),
      { why: "nobody" },
    ],
    ["it asks for children of 4", rule({ age: { from: 0, to: 4 } }), { why: "nobody" }],
    ["but not of 5", rule({ age: { from: 0, to: 5 } }), undefined],
    ["it asks for people of 27", rule({ age: { from: 27, to: 99 } }), { why: "nobody" }],
    ["but not of 26", rule({ age: { from: 26, to: 99 } }), undefined],
  ])("%s", (_name, asked, expected) => {
    expect(unreached([asked]).get(asked.id)).toEqual(expected);
  });
});

test("a rule that names somebody who is not in the team is broken, and the inbox never is", () => {
  const gone = rule({}, { goesTo: { kind: "officers", officerIds: [officer, newId()] } });
  const inbox = rule({}, { goesTo: { kind: "shared-inbox" } });
  expect(brokenRules([rule({}), gone, inbox], new Set([officer]))).toEqual([gone.id]);
});
