import { lettersKept, surnameLetters } from "../surname-letters";
import type { Conditions, OfficeRule } from "./rule-set";

interface Hidden {
  readonly ruleId: string;
  /** The earlier rule that takes all that this one would. */
  readonly byRuleId: string;
}

/** Rules that no report can reach: an earlier one holds on all their days, for all that they ask. */
export function unreachableRules(rules: readonly OfficeRule[]): readonly Hidden[] {
  return rules.flatMap((rule, place) => {
    const earlier = rules.slice(0, place).find((other) => hides(other, rule));
    return earlier === undefined ? [] : [{ ruleId: rule.id, byRuleId: earlier.id }];
  });
}

function hides(earlier: OfficeRule, later: OfficeRule): boolean {
  return isInForceAsLong(earlier, later) && asksNoMore(earlier.when, later.when);
}

function isInForceAsLong(earlier: OfficeRule, later: OfficeRule): boolean {
  const begins = earlier.from === null || (later.from !== null && earlier.from <= later.from);
  const lasts = earlier.until === null || (later.until !== null && later.until <= earlier.until);
  return begins && lasts;
}

/** Each condition of the wide one is also met by all that meets the narrow one. */
function asksNoMore(wide: Conditions, narrow: Conditions): boolean {
  return (
    isSubset(narrow.locations, wide.locations) &&
    isSubset(narrow.schools, wide.schools) &&
    isSubset(narrow.regimes, wide.regimes) &&
    isSubset(narrow.types, wide.types) &&
    isSubset(narrow.levels, wide.levels) &&
    arePostcodesWithin(narrow.postcodes, wide.postcodes) &&
    isAgeWithin(narrow.age, wide.age) &&
    areLettersWithin(narrow.surname, wide.surname) &&
    (wide.urgent === undefined || wide.urgent === narrow.urgent)
  );
}

function isSubset(narrow: readonly string[] | undefined, wide: readonly string[] | undefined): boolean {
  if (wide === undefined) return true;
  return narrow?.every((value) => wide.includes(value)) ?? false;
}

function arePostcodesWithin(narrow: Conditions["postcodes"], wide: Conditions["postcodes"]): boolean {
  if (wide === undefined) return true;
  return narrow?.every((range) => wide.some(({ from, to }) => from <= range.from && range.to <= to)) ?? false;
}

function isAgeWithin(narrow: Conditions["age"], wide: Conditions["age"]): boolean {
  if (wide === undefined) return true;
  return narrow !== undefined && wide.from <= narrow.from && narrow.to <= wide.to;
}

function areLettersWithin(narrow: Conditions["surname"], wide: Conditions["surname"]): boolean {
  if (wide === undefined) return true;
  if (narrow === undefined) return false;
  const begins = surnameLetters(wide.from) <= surnameLetters(narrow.from);
  return begins && lastName(narrow.to) <= lastName(wide.to);
}

/** What comes after every name that begins with these letters. */
function lastName(letters: string): string {
  return surnameLetters(letters).padEnd(lettersKept, "\uffff");
}
