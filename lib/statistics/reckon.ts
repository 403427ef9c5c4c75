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
  const known = [...told];
  const waiting = new Set(sums);
  for (const sum of waiting) {
    waiting.delete(sum);
    for (const cell of narrowSum(known, sum)) for (const touched of sumsOf.get(cell) ?? []) waiting.add(touched);
  }
  return known;
}

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
function narrowSum(known: Bounds[], { total, parts, relation }: Sum): readonly number[] {
  const isAbove = relation !== "parts-more";
  const isBelow = relation !== "parts-less";
  const before = parts.map((part) => known[part] ?? anything);
  const least = before.reduce((sum, bounds) => sum + bounds.least, 0);
  const most = before.reduce((sum, bounds) => sum + (Number.isFinite(bounds.most) ? bounds.most : 0), 0);
  const open = before.filter((bounds) => !Number.isFinite(bounds.most)).length;
  const mostBut = (bounds: Bounds) => {
    const isOpen = !Number.isFinite(bounds.most);
    return open > (isOpen ? 1 : 0) ? Number.POSITIVE_INFINITY : most - (isOpen ? 0 : bounds.most);
  };
  const whole = known[total] ?? anything;
  const changed = parts.filter((part, at) => {
    const bounds = before[at] ?? anything;
    return narrow(known, part, {
      least: isBelow ? whole.least - mostBut(bounds) : 0,
      most: isAbove ? whole.most - (least - bounds.least) : anything.most,
    });
  });
  const isNarrower = narrow(known, total, {
    least: isAbove ? least : 0,
    most: isBelow && open === 0 ? most : anything.most,
  });
  return isNarrower ? [...changed, total] : changed;
}

function narrow(known: Bounds[], cell: number, { least, most }: Bounds): boolean {
  const before = known[cell] ?? anything;
  const after = { least: Math.max(before.least, least), most: Math.min(before.most, most) };
  if (after.least === before.least && after.most === before.most) return false;
  known[cell] = after;
  return true;
}
