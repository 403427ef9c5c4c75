const laneCount = 4;

/** Work on several things at a time, but on things with the same key one after the other, in their order. */
export async function inLanes<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const groups = Map.groupBy(items, keyOf).values();
  const lane = async () => {
    for (const group of groups) for (const item of group) await work(item);
  };
  const lanes = await Promise.allSettled(Array.from({ length: laneCount }, lane));
  for (const outcome of lanes) if (outcome.status === "rejected") throw outcome.reason;
}
