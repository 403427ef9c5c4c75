import { ruleSetOn } from "@/lib/directory/rule-sets";
import { addDays, ageOn, birthday, type CalendarDate, daysBetween } from "@/lib/shared/calendar-date";
import type { Class } from "./classes";
import { type Dataset, datasets, tellsOf } from "./datasets";
import type { Correction, RowFacts, Schooling } from "./facts";
import { type Enrolment, enrolmentBefore, enrolmentOn, homeOn, lastEnrolmentBefore, type ReadLife } from "./life";
import { type Netted, netLife, type Period } from "./netting";
import { standingOn, standsSince } from "./standing";

/** What the register has of one person, as it was read for a delivery. */
export interface Person extends ReadLife {
  readonly studentId: string;
  readonly isProtected: boolean;
  /** Names of schools and municipalities by their codes. */
  readonly schools: ReadonlyMap<string, string>;
  readonly municipalities: ReadonlyMap<string, string>;
  readonly mark: RowFacts["mark"];
  /** The longest absence that is still open; null: none is reported. */
  readonly absence: { readonly reference: string; readonly firstDay: CalendarDate } | null;
  /** The row of this person in the delivery before; null: he was not in it. */
  readonly earlier: { readonly isOpen: boolean; readonly facts: RowFacts } | null;
}

export interface Row {
  readonly class: Class;
  readonly wasOpen: boolean;
  readonly isOpen: boolean;
  readonly facts: RowFacts;
}

export interface Wish {
  readonly dataset: Dataset;
  readonly regionNumber: number;
  readonly period: Period;
  /** There is a delivery that this one goes on from. */
  readonly goesOn: boolean;
  /** Of a snapshot: these ages, both included, and these municipalities; empty: the whole region. */
  readonly ages: readonly [least: number, most: number] | null;
  readonly municipalities: readonly string[];
}

/** The row of one person in a delivery; null: he does not belong in it. */
export function rowOf(person: Person, wish: Wish): Row | null {
  const found = methods[datasets[wish.dataset].method](person, wish);
  if (found === null) return null;
  return tellsOf(wish.dataset, found.class) ? found : null;
}

type Method = (person: Person, wish: Wish) => Row | null;

const methods: Readonly<Record<(typeof datasets)[Dataset]["method"], Method>> = {
  netting: nettedRow,
  "reference-day": residentRow,
  reports: absentRow,
};

function nettedRow(person: Person, { regionNumber, period, goesOn }: Wish): Row | null {
  const deliveredOpen = goesOn ? (person.earlier?.isOpen ?? false) : null;
  const netted = netLife(person.life, { regionNumber, period, deliveredOpen });
  if (netted === null) return null;
  const { wasOpen, isOpen } = netted;
  return { class: netted.class, wasOpen, isOpen, facts: factsOf(person, period.until, netted) };
}

function residentRow(person: Person, wish: Wish): Row | null {
  const { life } = person;
  const day = wish.period.until;
  const home = homeOn(life, day);
  if (home?.regionNumber !== wish.regionNumber) return null;
  const className = classOnDay(person, wish);
  return className === null ? null : plainRow(person, day, className);
}

function classOnDay(person: Person, wish: Wish): Class | null {
  const { life } = person;
  const day = wish.period.until;
  const standing = standingOn(life, day);
  if (wish.dataset === "not-enrolled") return standing === "absolute-absence" ? "absolute-absence" : null;
  if (wish.dataset === "start-set") return standing === "enrolled" && isStart(life, day) ? "start" : null;
  return standing !== "deceased" && isChosen(person, wish) ? "resident" : null;
}

function isChosen({ life }: Person, { period, ages, municipalities }: Wish): boolean {
  if (ages === null) return false;
  const age = ageOn(life.birthDate, period.until);
  const code = homeOn(life, period.until)?.municipalityCode ?? "";
  return age >= ages[0] && age <= ages[1] && (municipalities.length === 0 || municipalities.includes(code));
}

/** From twelve on: who is younger cannot leave before the next count. */
const startAge = 12;

function isStart(life: Person["life"], day: CalendarDate): boolean {
  const { over18 } = ruleSetOn(day);
  const asIfLeft = { ...life, enrolments: life.enrolments.map((one) => endedBefore(one, day)) };
  const isYoung = birthday(life.birthDate, over18.untilAge) > day && ageOn(life.birthDate, day) >= startAge;
  return isYoung && standingOn(asIfLeft, day) !== "qualified";
}

/** What somebody would be if he had left on the day before: with his diplomas, without his school. */
function endedBefore(one: Enrolment, day: CalendarDate): Enrolment {
  return one.lastDay === null || one.lastDay >= day ? { ...one, lastDay: addDays(day, -1), diploma: null } : one;
}

/** From the third week on an absence is told, so that there is time left before the limit. */
const nearDays = 21;

function absentRow(person: Person, { regionNumber, period }: Wish): Row | null {
  const { absence, life } = person;
  const day = period.until;
  if (absence === null || homeOn(life, day)?.regionNumber !== regionNumber) return null;
  const days = daysBetween(absence.firstDay, day) + 1;
  if (days < nearDays) return null;
  const { over18, longTerm } = ruleSetOn(absence.firstDay);
  const isAdult = birthday(life.birthDate, 18) <= absence.firstDay;
  const limitOn = addDays(absence.firstDay, (isAdult ? over18.fromDay : longTerm.fromDay) - 1);
  const row = plainRow(person, day, limitOn <= day ? "absence-reached" : "absence-near");
  return { ...row, facts: { ...row.facts, absence: { ...absence, limitOn, days } } };
}

function plainRow(person: Person, day: CalendarDate, name: Class): Row {
  const { life } = person;
  const next = enrolmentOn(life, day);
  const netted = {
    reason: "none",
    standing: standingOn(life, day),
    since: standsSince(life, day),
    last: next === null ? lastEnrolmentBefore(life, day) : enrolmentBefore(life, next, day),
    next,
    isCorrection: false,
  } as const;
  return { class: name, wasOpen: false, isOpen: false, facts: factsOf(person, day, netted) };
}

type Told = Pick<Netted, "reason" | "standing" | "since" | "last" | "next" | "isCorrection">;

function factsOf(person: Person, day: CalendarDate, told: Told): RowFacts {
  const { life, municipalities, earlier } = person;
  const home = homeOn(life, day)?.municipalityCode ?? null;
  const [last, next] = [schoolingOf(told.last, person), schoolingOf(told.next, person)];
  return {
    reason: told.reason,
    standing: told.standing,
    since: told.since,
    age: ageOn(life.birthDate, day),
    municipality: home === null ? null : (municipalities.get(home) ?? home),
    isSpecial: isSpecial(told.next ?? told.last),
    last,
    next,
    oddities: [...person.oddities],
    corrections: earlier === null ? [] : correctionsOf(earlier.facts, { last, since: told.since }),
    isCorrection: told.isCorrection,
    mark: person.mark,
    absence: null,
  };
}

function isSpecial(enrolment: Enrolment | null): boolean {
  return enrolment !== null && (enrolment.sector === "SO" || enrolment.diploma === "pro_certificate");
}

function schoolingOf(enrolment: Enrolment | null, { schools }: Person): Schooling | null {
  if (enrolment === null) return null;
  return {
    ...enrolment,
    school: schools.get(`${enrolment.sector}:${enrolment.locationCode ?? enrolment.brin}`) ?? null,
  };
}

const comparedFields = ["lastDay", "exitReason", "diploma", "school"] as const;

/** What the register changed about the same enrolment after it was delivered. */
function correctionsOf(was: RowFacts, is: Pick<RowFacts, "last" | "since">): Correction[] {
  if (was.last === null || is.last === null || was.last.firstDay !== is.last.firstDay) return [];
  const [before, now] = [was.last, is.last];
  return comparedFields
    .filter((field) => before[field] !== now[field])
    .map((field) => ({ field, was: before[field], is: now[field] }));
}
