/** Between what a count lies, for a reader. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

const anything: Bounds = { least: 0, most: Number.POSITIVE_INFINITY };

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
export function reckon(told: readonly Bounds[], sums: readonly Sum[]): readonly Bounds[] {
  const known = [...told];
  for (let isChanged = true; isChanged; ) {
    isChanged = sums.map((sum) => narrowSum(known, sum)).some((changed) => changed);
  }
  return known;
}

function narrowSum(known: Bounds[], { total, parts, relation }: Sum): boolean {
  const of = (cell: number): Bounds => known[cell] ?? anything;
  const all = (end: keyof Bounds, but?: number) =>
    parts.reduce((sum, part) => (part === but ? sum : sum + of(part)[end]), 0);
  const isAbove = relation !== "parts-more";
  const isBelow = relation !== "parts-less";
  const narrowed = [
    narrow(known, total, { least: isAbove ? all("least") : 0, most: isBelow ? all("most") : anything.most }),
    ...parts.map((part) =>
      narrow(known, part, {
        least: isBelow ? of(total).least - all("most", part) : 0,
        most: isAbove ? of(total).most - all("least", part) : anything.most,
      }),
    ),
  ];
  return narrowed.some((changed) => changed);
}

function narrow(known: Bounds[], cell: number, { least, most }: Bounds): boolean {
  const before = known[cell] ?? anything;
  const after = { least: Math.max(before.least, least), most: Math.min(before.most, most) };
  known[cell] = after;
  return after.least !== before.least || after.most !== before.most;
}
