import { boundsOf, isSmall, smallest } from "./guard";
import { anything, type Bounds, membersOf, reckon, type Sum, sumsByCell } from "./reckon";

/** So many numbers a small count can still be, whoever reckons with everything that is told. */
const mostTold = 3;

/** That a count is not nothing may be told by another one: whoever has a report is somebody. */
const someone: Bounds = { least: 1, most: smallest - 1 };

interface Family {
  /** Counts of all tables that share cells. */
  readonly counts: readonly number[];
  readonly sums: readonly Sum[];
  /** False: of this measure it is not even told that a count is small. */
  readonly tellsSmall: boolean;
}

/**
 * The cells that no table tells, not even that they are small: so that whoever lays all permitted tables of a family
 * beside each other is left with three numbers or more for each small count.
 */
export function concealed({ counts, sums, tellsSmall }: Family): ReadonlySet<number> {
  const small = [...counts.keys()].filter((cell) => isSmall(counts[cell] ?? 0));
  const told = counts.map((count) => (isSmall(count) ? (tellsSmall ? someone : anything) : boundsOf(count)));
  const search = { counts, hidden: new Set(tellsSmall ? [] : small), sumsOf: sumsByCell(sums) };
  for (;;) {
    const known = reckon(told, sums, search.sumsOf);
    const narrow = small.filter((cell) => isNarrow(known[cell]));
    const more = narrow.flatMap((cell) => concealOne(cell, search) ?? []);
    // Where nothing is told any more, nothing can be narrow.
    if (more.length === 0) return search.hidden;
    for (const cell of more) told[cell] = anything;
  }
}

/** Answers what is told no longer: the cell itself, or what it is reckoned with. */
function concealOne(cell: number, search: Search): number | undefined {
  const next = search.hidden.has(cell) ? nearestTold(cell, search) : cell;
  if (next !== undefined) search.hidden.add(next);
  return next;
}

const isNarrow = ({ least, most }: Bounds = anything) => most - least + 1 < mostTold;

interface Search {
  readonly counts: readonly number[];
  readonly hidden: Set<number>;
  readonly sumsOf: ReadonlyMap<number, readonly Sum[]>;
}

/** Of the cells that a cell is reckoned with, the smallest that is told; else of those that these are reckoned with. */
function nearestTold(from: number, { counts, hidden, sumsOf }: Search): number | undefined {
  const seen = new Set([from]);
  for (let ring = [from]; ring.length > 0; ) {
    const next = new Set(ring.flatMap((cell) => (sumsOf.get(cell) ?? []).flatMap(membersOf)));
    ring = [...next].filter((cell) => !seen.has(cell));
    const told = ring.filter((cell) => !hidden.has(cell) && (counts[cell] ?? 0) > 0);
    if (told.length > 0)
      return told.reduce((least, cell) => (sizeAt(counts, cell) < sizeAt(counts, least) ? cell : least));
    for (const cell of ring) seen.add(cell);
  }
  return undefined;
}

const sizeAt = (counts: readonly number[], cell: number): number => counts[cell] ?? 0;
