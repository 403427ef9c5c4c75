import { type CountedCell, sumsBetween, type Together } from "./between-counts";
import { concealed } from "./conceal";
import { type Adding, sumsWith } from "./family";
import { isSmall } from "./guard";
import { type CountOf, toldCounts } from "./measures";
import type { Sum } from "./reckon";

/** Counts of which it is told that they are small, all beside each other; of shares each for itself. */
export const toldTogether: readonly Together[] = [
  ...[...toldCounts].filter(([, { tellsSmall }]) => !tellsSmall).map(([count]) => [count]),
  [...toldCounts].filter(([, { tellsSmall }]) => tellsSmall).map(([count]) => count),
];

interface Told {
  readonly adding: readonly Adding[];
  readonly together: Together;
}

/** The cells that no table tells, by count, for whoever lays the tables of all these counts beside each other. */
export function concealedTogether<Cell extends CountedCell>(
  cells: readonly Cell[],
  { adding, together }: Told,
): ReadonlyMap<CountOf, readonly Cell[]> {
  const tellsSmall = together.every((count) => toldCounts.get(count)?.tellsSmall);
  const counts = together.flatMap((count) => cells.map((cell) => cell[count]));
  const own = together.flatMap((_, at) => sumsOfOne(adding, counts, { at, size: cells.length }));
  const hidden = [...concealed({ counts, sums: [...own, ...sumsBetween(cells, together)], tellsSmall })];
  // Of a share nothing small is told anyway.
  const untold = hidden.filter((at) => tellsSmall || !isSmall(counts[at] ?? 0));
  return new Map(
    together.map((count, at) => {
      const first = at * cells.length;
      return [count, untold.flatMap((cell) => (cell < first ? [] : (cells[cell - first] ?? [])))] as const;
    }),
  );
}

/** The sums of one count, where its cells stand in the list of all counts. */
function sumsOfOne(
  adding: readonly Adding[],
  counts: readonly number[],
  { at, size }: { readonly at: number; readonly size: number },
): readonly Sum[] {
  const first = at * size;
  const shift = (cell: number) => first + cell;
  return sumsWith(adding, counts.slice(first, first + size)).map(({ total, parts, relation }) => ({
    total: shift(total),
    parts: parts.map(shift),
    relation,
  }));
}
