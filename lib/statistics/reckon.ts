/** Between what a count lies, for a reader. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

export const anything: Bounds = { least: 0, most: Number.POSITIVE_INFINITY };

/** Cells that make up a total. */
export interface Sum {
  readonly total: number;
  readonly parts: readonly number[];
  /**
   * Pupils of two months may be the same person: then the parts are more than the total, and say nothing of the most.
   * A total may hold what has no part: then they say nothing of the least.
   */
  readonly relation: "equal" | "parts-more" | "parts-less";
}

/** What whoever adds and subtracts makes of what is told: each sum narrows its cells, until nothing changes. */
export function reckon(told: readonly Bounds[], sums: readonly Sum[], sumsOf = sumsByCell(sums)): readonly Bounds[] {
  const known = {
    least: Float64Array.from(told, ({ least }) => least),
    most: Float64Array.from(told, ({ most }) => most),
  };
  const waiting = new Set(sums);
  for (const sum of waiting) {
    waiting.delete(sum);
    for (const cell of narrowSum(known, sum)) for (const touched of sumsOf.get(cell) ?? []) waiting.add(touched);
  }
  return told.map((_, cell) => ({ least: leastOf(known, cell), most: mostOf(known, cell) }));
}

/** Bounds by cell: of a whole country there are a hundred thousand. */
interface Known {
  readonly least: Float64Array;
  readonly most: Float64Array;
}

const leastOf = ({ least }: Known, cell: number): number => least[cell] ?? anything.least;
const mostOf = ({ most }: Known, cell: number): number => most[cell] ?? anything.most;

/** All cells of a sum. */
export const membersOf = ({ total, parts }: Sum): readonly number[] => [total, ...parts];

/** In which sums each cell stands. */
export function sumsByCell(sums: readonly Sum[]): ReadonlyMap<number, readonly Sum[]> {
  const found = new Map<number, Sum[]>();
  for (const sum of sums) {
    for (const cell of membersOf(sum)) {
      const known = found.get(cell);
      if (known === undefined) found.set(cell, [sum]);
      else known.push(sum);
    }
  }
  return found;
}

/** Answers the cells of which more is known now. */
function narrowSum(known: Known, sum: Sum): readonly number[] {
  const { total, parts, relation } = sum;
  const isAbove = relation !== "parts-more";
  const isBelow = relation !== "parts-less";
  const all = addedUp(known, parts);
  const [wholeLeast, wholeMost] = [leastOf(known, total), mostOf(known, total)];
  const changed = parts.filter((part) => {
    const least = isBelow ? wholeLeast - mostBut(known, all, part) : 0;
    const most = isAbove ? wholeMost - (all.least - leastOf(known, part)) : anything.most;
    return narrow(known, part, least, most);
  });
  const most = isBelow && all.open === 0 ? all.most : anything.most;
  return narrow(known, total, isAbove ? all.least : 0, most) ? [...changed, total] : changed;
}

interface AddedUp {
  readonly least: number;
  /** Of those that have an end. */
  readonly most: number;
  /** How many can be anything. */
  readonly open: number;
}

function addedUp(known: Known, parts: readonly number[]): AddedUp {
  let [least, most, open] = [0, 0, 0];
  for (const part of parts) {
    least += leastOf(known, part);
    const end = mostOf(known, part);
    if (end === anything.most) open += 1;
    else most += end;
  }
  return { least, most, open };
}

/** What the other parts are at the most. */
function mostBut(known: Known, { most, open }: AddedUp, part: number): number {
  const end = mostOf(known, part);
  if (open > (end === anything.most ? 1 : 0)) return anything.most;
  return end === anything.most ? most : most - end;
}

function narrow({ least, most }: Known, cell: number, atLeast: number, atMost: number): boolean {
  const isNarrower = atLeast > (least[cell] ?? 0) || atMost < (most[cell] ?? anything.most);
  if (!isNarrower) return false;
  least[cell] = Math.max(least[cell] ?? 0, atLeast);
  most[cell] = Math.min(most[cell] ?? anything.most, atMost);
  return true;
}
