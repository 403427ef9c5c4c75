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

/** So many places and no queue: who comes when all are taken does without. Null: none is free; else the way to leave it. */
export function placesFor(count: number) {
  let free = count;

  return function take(): (() => void) | null {
    if (free === 0) return null;
    free -= 1;
    return () => {
      free += 1;
    };
  };
}
