/**
 * Things in batches of at most so many, in which no two have the same key; things with the same key stay in their order.
 */
export function inBatches<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  most: number,
): readonly (readonly Item[])[] {
  const rounds: Item[][] = [];
  const seen = new Map<string, number>();
  for (const item of items) {
    const round = seen.get(keyOf(item)) ?? 0;
    seen.set(keyOf(item), round + 1);
    const others = rounds[round];
    if (others === undefined) rounds.push([item]);
    else others.push(item);
  }
  return rounds.flatMap((round) =>
    Array.from({ length: Math.ceil(round.length / most) }, (_, at) => round.slice(at * most, (at + 1) * most)),
  );
}
