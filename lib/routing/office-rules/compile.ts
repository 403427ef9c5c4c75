import type { Regime } from "@/lib/directory/regime";
import { regimeOn } from "@/lib/directory/regime-on";
import { ageOn, type CalendarDate } from "@/lib/shared/calendar-date";
import { postcodeDigits, type RoutingFacts } from "../facts";
import { surnameLetters } from "../surname-letters";
import type { Conditions, OfficeRule, Spread } from "./rule-set";

export interface RuleSetRow {
  readonly version: number;
  readonly spread: Spread;
  readonly rules: readonly OfficeRule[];
}

/** What a condition may ask of a report. Null or empty: not known. */
export interface CaseValues {
  readonly locationId: string;
  readonly schoolId: string;
  readonly digits: string | null;
  readonly regime: Regime;
  readonly age: number;
  readonly type: string;
  readonly isUrgent: boolean;
  readonly letters: string;
  readonly level: string | null;
}

type Predicate = (values: CaseValues) => boolean;

interface CompiledRule {
  readonly place: number;
  readonly rule: OfficeRule;
  readonly predicates: readonly Predicate[];
}

/** The rules of one office, ready to be asked: each stands under the values by which it can be found. */
export interface CompiledRules {
  readonly version: number;
  readonly spread: Spread;
  readonly index: ReadonlyMap<string, readonly CompiledRule[]>;
}

export function compileOfficeRules({ version, spread, rules }: RuleSetRow): CompiledRules {
  const index = new Map<string, CompiledRule[]>();
  for (const [place, rule] of rules.entries()) {
    const compiled = { place, rule, predicates: predicatesOf(rule.when) };
    for (const key of new Set(keysOf(rule.when))) {
      const under = index.get(key);
      if (under === undefined) index.set(key, [compiled]);
      else under.push(compiled);
    }
  }
  return { version, spread, index };
}

/** The rules that match this report on this day, in the order in which the office keeps them. */
export function matchingRules(compiled: CompiledRules, facts: RoutingFacts, day: CalendarDate): readonly OfficeRule[] {
  return matchingValues(compiled, valuesOf(facts, regimeOn(facts.student, facts.firstDay)), day);
}

export function matchingValues({ index }: CompiledRules, values: CaseValues, day: CalendarDate): readonly OfficeRule[] {
  const matched: CompiledRule[] = [];
  for (const key of placesToLook(values)) {
    for (const compiled of index.get(key) ?? []) {
      if (isInForce(compiled.rule, day) && compiled.predicates.every((holds) => holds(values))) matched.push(compiled);
    }
  }
  return matched.sort((a, b) => a.place - b.place).map(({ rule }) => rule);
}

export function valuesOf(facts: RoutingFacts, regime: Regime): CaseValues {
  const { locationId, schoolId, type, isUrgent, letters, level } = facts;
  const age = ageOn(facts.student.birthDate, facts.firstDay);
  return { locationId, schoolId, digits: postcodeDigits(facts), regime, age, type, isUrgent, letters, level };
}

function isInForce({ from, until }: OfficeRule, day: CalendarDate): boolean {
  return (from === null || from <= day) && (until === null || day <= until);
}

const everywhere = "";

/** Under one kind of value only, the one that sets rules apart best: so no rule is found twice. */
function keysOf({ locations, schools, levels, types, postcodes }: Conditions): readonly string[] {
  if (locations !== undefined) return locations.map((id) => `location ${id}`);
  if (schools !== undefined) return schools.map((id) => `school ${id}`);
  if (postcodes !== undefined) return postcodes.flatMap(({ from, to }) => hundredsOf(from, to));
  if (levels !== undefined) return levels.map((level) => `level ${level}`);
  if (types !== undefined) return types.map((type) => `type ${type}`);
  return [everywhere];
}

function placesToLook({ locationId, schoolId, digits, level, type }: CaseValues): readonly string[] {
  const sure = [`location ${locationId}`, `school ${schoolId}`, `type ${type}`, everywhere];
  if (digits !== null) sure.push(hundredOf(digits));
  if (level !== null) sure.push(`level ${level}`);
  return sure;
}

function hundredOf(digits: string): string {
  return `postcode ${digits.slice(0, 2)}`;
}

function hundredsOf(from: string, to: string): readonly string[] {
  const [first, last] = [Number(from.slice(0, 2)), Number(to.slice(0, 2))];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => hundredOf(String(first + step)));
}

function predicatesOf(when: Conditions): readonly Predicate[] {
  return [
    among(when.locations, ({ locationId }) => locationId),
    among(when.schools, ({ schoolId }) => schoolId),
    among(when.regimes, ({ regime }) => regime),
    among(when.types, ({ type }) => type),
    among(when.levels, ({ level }) => level),
    inPostcodes(when.postcodes),
    ofAge(when.age),
    named(when.surname),
    urgency(when.urgent),
  ].filter((predicate) => predicate !== null);
}

function among(list: readonly string[] | undefined, read: (values: CaseValues) => string | null): Predicate | null {
  if (list === undefined) return null;
  const wanted = new Set(list);
  return (values) => {
    const value = read(values);
    return value !== null && value !== "" && wanted.has(value);
  };
}

function inPostcodes(ranges: Conditions["postcodes"]): Predicate | null {
  if (ranges === undefined) return null;
  return ({ digits }) => digits !== null && ranges.some(({ from, to }) => from <= digits && digits <= to);
}

function ofAge(range: Conditions["age"]): Predicate | null {
  return range === undefined ? null : ({ age }) => range.from <= age && age <= range.to;
}

/** As in a card index: K to M has all of M, and KA to KL has who is called K-something up to KL. */
function named(range: Conditions["surname"]): Predicate | null {
  if (range === undefined) return null;
  const [from, to] = [surnameLetters(range.from), surnameLetters(range.to)];
  return ({ letters }) => letters !== "" && from <= letters && letters.slice(0, to.length) <= to;
}

function urgency(wanted: boolean | undefined): Predicate | null {
  return wanted === undefined ? null : ({ isUrgent }) => isUrgent === wanted;
}
