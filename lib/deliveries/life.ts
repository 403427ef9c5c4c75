import type { ExemptionFacts } from "@/lib/directory/regime-on";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import type { Oddity } from "./oddities";

/** What the register says of one enrolment, as far as a delivery tells of it. */
export interface Enrolment {
  readonly sector: string;
  readonly brin: string;
  /** Null: the register names no location. */
  readonly locationCode: string | null;
  readonly firstDay: CalendarDate;
  /** Null: still enrolled. Otherwise the last day on which somebody is enrolled. */
  readonly lastDay: CalendarDate | null;
  readonly programmeCode: string | null;
  readonly level: string | null;
  readonly exitReason: string | null;
  readonly diploma: string | null;
}

/** Where somebody lived from a day on. */
export interface Home {
  readonly from: CalendarDate;
  readonly municipalityCode: string | null;
  /** Null: abroad, unknown, or a municipality of no region. */
  readonly regionNumber: number | null;
}

/** What is known of somebody for a delivery; no name and no number. */
export interface Life {
  readonly birthDate: CalendarDate;
  readonly basicQualificationOn: CalendarDate | null;
  readonly deceasedOn: CalendarDate | null;
  /** In the order of their first days. */
  readonly enrolments: readonly Enrolment[];
  /** In the order of their days. */
  readonly homes: readonly Home[];
  readonly exemptions: readonly ExemptionFacts[];
}

export interface ReadLife {
  readonly life: Life;
  /** What is odd about the rows of the register, each once. */
  readonly oddities: readonly Oddity[];
}

interface Rows extends Life {
  readonly hasTwoNumbers: boolean;
}

/** Puts the rows in order and names what cannot be so. What cannot be is left out; nothing is thrown. */
export function readLife({ hasTwoNumbers, ...rows }: Rows): ReadLife {
  const inOrder = rows.enrolments.toSorted(byFirstDay);
  const enrolments = inOrder.filter((one) => !runsBackwards(one) && !endsBeforeBirth(one, rows.birthDate));
  const found: readonly (readonly [Oddity, boolean])[] = [
    ["enrolment-backwards", inOrder.some(runsBackwards)],
    ["enrolment-before-birth", inOrder.some((one) => endsBeforeBirth(one, rows.birthDate))],
    ["enrolment-begins-before-birth", enrolments.some(({ firstDay }) => firstDay < rows.birthDate)],
    ["enrolments-overlap", overlap(enrolments)],
    ["enrolment-without-location", enrolments.some(({ locationCode }) => locationCode === null)],
    ["two-numbers", hasTwoNumbers],
    ["enrolled-after-death", diesEnrolled(enrolments, rows.deceasedOn)],
    ["no-residence", rows.homes.length === 0],
  ];
  const homes = rows.homes.toSorted((one, other) => (one.from < other.from ? -1 : 1));
  return {
    life: { ...rows, enrolments, homes },
    oddities: found.filter(([, is]) => is).map(([oddity]) => oddity),
  };
}

function byFirstDay(one: Enrolment, other: Enrolment): number {
  if (one.firstDay !== other.firstDay) return one.firstDay < other.firstDay ? -1 : 1;
  return (one.lastDay ?? "9") < (other.lastDay ?? "9") ? -1 : 1;
}

function runsBackwards({ firstDay, lastDay }: Enrolment): boolean {
  return lastDay !== null && lastDay < firstDay;
}

function endsBeforeBirth({ firstDay, lastDay }: Enrolment, birthDate: CalendarDate): boolean {
  return lastDay !== null && firstDay <= lastDay && lastDay < birthDate;
}

/** On the day of a change of school one is often still counted at both; two days or more are odd. */
function overlap(inOrder: readonly Enrolment[]): boolean {
  let until: string = "";
  for (const { firstDay, lastDay } of inOrder) {
    if (firstDay < until) return true;
    const end = lastDay ?? "9";
    if (end > until) until = end;
  }
  return false;
}

function diesEnrolled(enrolments: readonly Enrolment[], deceasedOn: CalendarDate | null): boolean {
  return deceasedOn !== null && enrolments.some(({ lastDay }) => lastDay === null || lastDay > deceasedOn);
}

/** Where somebody lives on this day; null when no row says so. */
export function homeOn({ homes }: Life, day: CalendarDate): Home | null {
  return homes.findLast(({ from }) => from <= day) ?? null;
}

/** The enrolment that holds on this day; of several the one that began last. */
export function enrolmentOn({ enrolments }: Life, day: CalendarDate): Enrolment | null {
  return enrolments.findLast((one) => one.firstDay <= day && (one.lastDay === null || one.lastDay >= day)) ?? null;
}

/** The enrolment that ended last before this day; null when there was none. */
export function lastEnrolmentBefore({ enrolments }: Life, day: CalendarDate): Enrolment | null {
  return lastOf(enrolments.filter(({ lastDay }) => lastDay !== null && lastDay < day));
}

/** The enrolment from which somebody came to this one; on the day of the change both may hold. */
export function enrolmentBefore({ enrolments }: Life, next: Enrolment, day: CalendarDate): Enrolment | null {
  const ended = enrolments.filter(({ lastDay }) => lastDay !== null && lastDay < day);
  return lastOf(ended.filter((one) => one !== next && one.firstDay <= next.firstDay));
}

function lastOf(ended: readonly Enrolment[]): Enrolment | null {
  let last: Enrolment | null = null;
  for (const one of ended) if (last === null || (one.lastDay ?? "") >= (last.lastDay ?? "")) last = one;
  return last;
}
