/** Lets so many in at a time; who comes later waits for a turn. A check holds a whole file in memory. */
export function gateFor(places: number) {
  const waiting: (() => void)[] = [];
  let inside = 0;

  return async function pass<Value>(work: () => Promise<Value>): Promise<Value> {
    if (inside >= places) await new Promise<void>((turn) => waiting.push(turn));
    else inside += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) inside -= 1;
      else next();
    }
  };
}
