import type { FamilyCell } from "./family";
import type { CountOf, Sums } from "./measures";
import type { Sum } from "./reckon";

/** A cell with what is counted in it. */
export type CountedCell = FamilyCell & Pick<Sums, CountOf>;

/** Counts that stand beside each other in one list, each with all cells of the family in the same order. */
export type Together = readonly CountOf[];

/** A count that is a part of another one of the same cell: whoever is reported has a report, and what is open is one. */
const within = [
  ["pupilCount", "reportCount"],
  ["openCount", "reportCount"],
] as const satisfies readonly (readonly [CountOf, CountOf])[];

/** What one count tells of another one: the tables of several measures, laid beside each other. */
export function sumsBetween(cells: readonly CountedCell[], counts: Together): readonly Sum[] {
  const at = (count: CountOf, cell: number) => counts.indexOf(count) * cells.length + cell;
  const isThere = (count: CountOf) => counts.includes(count);
  const parts = within
    .filter((both) => both.every(isThere))
    .flatMap(([part, whole]) =>
      cells.flatMap((sums, cell): readonly Sum[] =>
        sums[part] > sums[whole] || sums[whole] === 0
          ? []
          : [{ total: at(whole, cell), parts: [at(part, cell)], relation: "parts-less" }],
      ),
    );
  return isThere("openCount") && isThere("reportCount") ? [...parts, ...sumsOfOpen(cells, at)] : parts;
}

/** Reports of which is said that they are open are those that are counted as open. */
function sumsOfOpen(cells: readonly CountedCell[], at: (count: CountOf, cell: number) => number): readonly Sum[] {
  return cells.flatMap((sums, cell): readonly Sum[] =>
    isOfOpen(sums) && sums.openCount === sums.reportCount
      ? [{ total: at("openCount", cell), parts: [at("reportCount", cell)], relation: "equal" }]
      : [],
  );
}

const isOfOpen = ({ breakdown, code }: FamilyCell): boolean =>
  (breakdown === "outcome" && code === "open") || (breakdown === "open_for" && code !== "over");
