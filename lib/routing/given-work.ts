import type { Now } from "@/lib/shared/clock";
import type { TableRows } from "./facts-rows";
import type { Route } from "./route";

/** What officers were given since the rows of the table were read, by the id of the officer. */
export type GivenWork = Map<string, { readonly count: number; readonly lastAt: string }>;

export function noteGiven(given: GivenWork, route: Route, { at }: Now): void {
  if (route.kind !== "assigned" || route.officer === null) return;
  const count = given.get(route.officer.id)?.count ?? 0;
  const before = [...given.values()].reduce((sum, work) => sum + work.count, 0);
  given.set(route.officer.id, { count: count + 1, lastAt: inOrder(at, before) });
}

/** Of what is given at one moment, the later is later by a millionth of a second: so turns go on. */
function inOrder(at: Date, before: number): string {
  return at.toISOString().replace("Z", String(before + 1).padStart(3, "0"));
}

/** The rows as they would be read now. */
export function withGiven(rows: TableRows, given: GivenWork): TableRows {
  const officers = rows.officers.map((officer) => {
    const work = given.get(officer.id);
    if (work === undefined) return officer;
    return { ...officer, openReports: officer.openReports + work.count, lastGivenAt: work.lastAt };
  });
  return { ...rows, officers };
}
