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

type Shelf = Map<string, CompiledRule[]>;

/** The rules of one office, ready to be asked: each stands on one shelf, under the values by which it can be found. */
export interface CompiledRules {
  readonly version: number;
  readonly spread: Spread;
  readonly shelves: readonly (readonly [by: ShelfMark, shelf: ReadonlyMap<string, readonly CompiledRule[]>])[];
}

export function compileOfficeRules({ version, spread, rules }: RuleSetRow): CompiledRules {
  const shelves = new Map<ShelfMark, Shelf>();
  for (const [place, rule] of rules.entries()) {
    const compiled = { place, rule, predicates: predicatesOf(rule.when) };
    const { mark, values } = shelvedBy(rule.when);
    const shelf: Shelf = shelves.get(mark) ?? new Map();
    shelves.set(mark, shelf);
    for (const value of new Set(values)) shelf.set(value, [...(shelf.get(value) ?? []), compiled]);
  }
  return { version, spread, shelves: [...shelves] };
}

/** The rules that match this report on this day, in the order in which the office keeps them. */
export function matchingRules(compiled: CompiledRules, facts: RoutingFacts, day: CalendarDate): readonly OfficeRule[] {
  return matchingValues(compiled, valuesOf(facts, regimeOn(facts.student, facts.firstDay)), day);
}

export function matchingValues(
  { shelves }: CompiledRules,
  values: CaseValues,
  day: CalendarDate,
): readonly OfficeRule[] {
  const matched: CompiledRule[] = [];
  for (const [mark, shelf] of shelves) {
    const value = shelfMarks[mark](values);
    const found = value === null ? undefined : shelf.get(value);
    if (found === undefined) continue;
    for (const compiled of found) if (matches(compiled, values, day)) matched.push(compiled);
  }
  return matched.sort((a, b) => a.place - b.place).map(({ rule }) => rule);
}

function matches({ rule, predicates }: CompiledRule, values: CaseValues, day: CalendarDate): boolean {
  return isInForce(rule, day) && predicates.every((holds) => holds(values));
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

/** By what a rule is found, and what of a report is looked up there. */
const shelfMarks = {
  location: ({ locationId }) => locationId,
  school: ({ schoolId }) => schoolId,
  postcode: ({ digits }) => (digits === null ? null : digits.slice(0, 2)),
  level: ({ level }) => level,
  type: ({ type }) => type,
  initial: ({ letters }) => (letters === "" ? null : letters.slice(0, 1)),
  age: ({ age }) => String(age),
  regime: ({ regime }) => regime,
  everywhere: () => everywhere,
} as const satisfies Record<string, (values: CaseValues) => string | null>;

type ShelfMark = keyof typeof shelfMarks;

interface Shelved {
  readonly mark: ShelfMark;
  readonly values: readonly string[];
}

/** On one shelf only, that of the condition which sets rules apart best: so no rule is found twice. */
function shelvedBy(when: Conditions): Shelved {
  const { locations, schools, levels, types, postcodes } = when;
  if (locations !== undefined) return { mark: "location", values: locations };
  if (schools !== undefined) return { mark: "school", values: schools };
  if (postcodes !== undefined) {
    return { mark: "postcode", values: postcodes.flatMap(({ from, to }) => numbersIn(hundredOf(from), hundredOf(to))) };
  }
  if (levels !== undefined) return { mark: "level", values: levels };
  if (types !== undefined) return { mark: "type", values: types };
  return shelvedByStudent(when);
}

function shelvedByStudent({ surname, age, regimes }: Conditions): Shelved {
  const initials = surname === undefined ? null : initialsIn(surname);
  if (initials !== null) return { mark: "initial", values: initials };
  if (age !== undefined) return { mark: "age", values: numbersIn(age.from, age.to) };
  if (regimes !== undefined) return { mark: "regime", values: regimes };
  return { mark: "everywhere", values: [everywhere] };
}

/** Null: not two letters of the alphabet, so that they cannot be counted through. */
function initialsIn({ from, to }: NonNullable<Conditions["surname"]>): readonly string[] | null {
  const [first, last] = [from, to].map((letters) => alphabet.indexOf(surnameLetters(letters).slice(0, 1)));
  if (first === undefined || last === undefined || first < 0 || last < 0) return null;
  return [...alphabet.slice(first, last + 1)];
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

function numbersIn(from: number, to: number): readonly string[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => String(from + step));
}

function hundredOf(digits: string): number {
  return Number(digits.slice(0, 2));
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
