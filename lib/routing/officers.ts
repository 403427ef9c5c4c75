import { isProtected, type RoutingFacts } from "./facts";
import { holdsOn, type Officer, type RoutingOffice, type RoutingTable } from "./table";

/** Who may be given this report: an officer of the office with a mandate on the day of filing. */
export function officersFor(office: RoutingOffice, facts: RoutingFacts, table: RoutingTable): readonly Officer[] {
  const mustBeNamed = isProtected(facts);
  return (table.officers.get(office.id) ?? []).filter(
    (officer) =>
      handlesAt(office, officer.role) && holdsOn(officer, facts.filedOn) && (officer.protectedCases || !mustBeNamed),
  );
}

function handlesAt({ kind }: RoutingOffice, role: string): boolean {
  return role === "officer" || (kind === "regional" && role === "coordinator");
}

/** The least open work; among equals by name and then by id, so that the same question has the same answer. */
export function leastBusy(officers: readonly Officer[]): Officer | null {
  return officers.reduce<Officer | null>(
    (best, officer) => (best === null || isBefore(officer, best) ? officer : best),
    null,
  );
}

function isBefore(a: Officer, b: Officer): boolean {
  if (a.openReports !== b.openReports) return a.openReports < b.openReports;
  if (a.name !== b.name) return a.name < b.name;
  return a.id < b.id;
}
