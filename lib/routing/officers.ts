import type { CalendarDate } from "@/lib/shared/calendar-date";
import { absenceOf, whoTakes, worksOn } from "./availability";
import { isProtected, type RoutingFacts } from "./facts";
import type { Spread } from "./office-rules/rule-set";
import { holdsOn, type Officer, type RoutingOffice, type RoutingTable, rulesOn } from "./table";

/** The officers of an office with a mandate on the day of filing. */
export function membersOf(office: RoutingOffice, day: CalendarDate, table: RoutingTable): readonly Officer[] {
  return (table.officers.get(office.id) ?? []).filter(
    (officer) => handlesAt(office, officer.role) && holdsOn(officer, day),
  );
}

/** Of those, who may be given this report, at his desk or not. */
export function teamFor(office: RoutingOffice, facts: RoutingFacts, table: RoutingTable): readonly Officer[] {
  const members = membersOf(office, facts.filedOn, table);
  return isProtected(facts) ? members.filter(({ protectedCases }) => protectedCases) : members;
}

function handlesAt({ kind }: RoutingOffice, role: string): boolean {
  return role === "officer" || (kind === "regional" && role === "coordinator");
}

/** Of the team, who takes new reports today. */
export function presentFor(office: RoutingOffice, facts: RoutingFacts, table: RoutingTable): readonly Officer[] {
  return teamFor(office, facts, table).filter((officer) => absenceOf(officer, facts.filedOn) === null);
}

export function spreadOf(office: RoutingOffice, facts: RoutingFacts, table: RoutingTable): Spread {
  return rulesOn(table, office.id, facts.filedOn)?.spread ?? "least-open-work";
}

interface Choice {
  readonly facts: RoutingFacts;
  readonly spread: Spread;
}

/** Whose turn it is; among equals who works today, then by name and by id: the same question has the same answer. */
export function chooseAmong(officers: readonly Officer[], choice: Choice): Officer | null {
  let best: Officer | null = null;
  for (const officer of officers) if (best === null || isBefore(officer, best, choice)) best = officer;
  return best;
}

function isBefore(a: Officer, b: Officer, { facts, spread }: Choice): boolean {
  if (spread === "in-turn") {
    const [first, second] = [a.lastGivenAt ?? "", b.lastGivenAt ?? ""];
    if (first !== second) return first < second;
  } else if (a.openReports !== b.openReports) return a.openReports < b.openReports;
  const [isIn, isOtherIn] = [worksOn(a, facts.filedOn), worksOn(b, facts.filedOn)];
  if (isIn !== isOtherIn) return isIn;
  return a.name === b.name ? a.id < b.id : a.name < b.name;
}

interface Taker {
  readonly officer: Officer;
  readonly standsIn: boolean;
}

/** Of those who are meant, or who stand in for them, the one who gets it; null: none of them can. */
export function takerAmong(meant: readonly Officer[], team: readonly Officer[], choice: Choice): Taker | null {
  if (meant.every((officer) => absenceOf(officer, choice.facts.filedOn) === null)) {
    const officer = chooseAmong(meant, choice);
    return officer === null ? null : { officer, standsIn: false };
  }
  const byId = new Map(team.map((officer) => [officer.id, officer]));
  const takers = meant
    .map((officer) => whoTakes(officer, byId, choice.facts.filedOn))
    .filter((taker) => taker !== null);
  const officer = chooseAmong([...new Set(takers.map((taker) => taker.officer))], choice);
  if (officer === null) return null;
  return { officer, standsIn: takers.every((taker) => taker.officer !== officer || taker.standsIn) };
}
