import { describe, expect, test } from "vitest";
import { brokenRules } from "@/lib/routing/office-rules/faults";
import { ruleForm, ruleOf } from "@/lib/routing/office-rules/rule-input";
import type { Conditions, OfficeRule } from "@/lib/routing/office-rules/rule-set";
import { unreachableRules } from "@/lib/routing/office-rules/unreachable";
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
      "a range within a range",
      rule({ postcodes: [{ from: "3000", to: "3999" }] }),
      rule({ postcodes: [{ from: "3511", to: "3515" }] }),
      true,
    ],
    ["only urgent before any", rule({ urgent: true }), rule({}), false],
    ["one that ends before", rule({}, { until: day("2026-12-31") }), rule(young), false],
    ["one that begins after", rule({}, { from: day("2027-01-01") }), rule(young), false],
  ])("%s", (_name, earlier, later, isHidden) => {
    const expected = isHidden ? [{ ruleId: later.id, byRuleId: earlier.id }] : [];
    expect(unreachableRules([earlier, later])).toEqual(expected);
  });
});

test("a rule that names somebody who is not in the team is broken, and the inbox never is", () => {
  const gone = rule({}, { goesTo: { kind: "officers", officerIds: [officer, newId()] } });
  const inbox = rule({}, { goesTo: { kind: "shared-inbox" } });
  expect(brokenRules([rule({}), gone, inbox], new Set([officer]))).toEqual([gone.id]);
});
