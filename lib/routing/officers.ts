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
export function chooseAmong(officers: readonly Officer[], { facts, spread }: Choice): Officer | null {
  const order = (officer: Officer) => [
    ...(spread === "in-turn" ? [officer.lastGivenAt ?? ""] : [officer.openReports]),
    worksOn(officer, facts.filedOn) ? 0 : 1,
    officer.name,
    officer.id,
  ];
  return officers.reduce<Officer | null>(
    (best, officer) => (best === null || isBefore(order(officer), order(best)) ? officer : best),
    null,
  );
}

function isBefore(a: readonly (string | number)[], b: readonly (string | number)[]): boolean {
  for (const [at, value] of a.entries()) {
    const other = b[at];
    if (other !== undefined && value !== other) return value < other;
  }
  return false;
}

interface Taker {
  readonly officer: Officer;
  readonly standsIn: boolean;
}

/** Of those who are meant, or who stand in for them, the one who gets it; null: none of them can. */
export function takerAmong(meant: readonly Officer[], team: readonly Officer[], choice: Choice): Taker | null {
  const byId = new Map(team.map((officer) => [officer.id, officer]));
  const takers = meant
    .map((officer) => whoTakes(officer, byId, choice.facts.filedOn))
    .filter((taker) => taker !== null);
  const officer = chooseAmong([...new Set(takers.map((taker) => taker.officer))], choice);
  if (officer === null) return null;
  return { officer, standsIn: takers.every((taker) => taker.officer !== officer || taker.standsIn) };
}
