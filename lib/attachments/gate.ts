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

/** Room that somebody holds for a while, and gives back. */
interface HeldRoom {
  readonly bytes: Buffer;
  readonly leave: () => void;
}

/**
 * So many rooms of one size and no queue: who comes when all are taken does without (null). A room is made when it is
 * first needed and then used again: new memory for each file has the collector walk through all that the process holds.
 */
export function roomsOf(size: number, count: number) {
  const free: Buffer[] = [];
  let made = 0;

  function another(): Buffer | null {
    if (made === count) return null;
    made += 1;
    return Buffer.allocUnsafeSlow(size);
  }

  return function take(): HeldRoom | null {
    const bytes = free.pop() ?? another();
    return bytes === null ? null : { bytes, leave: () => free.push(bytes) };
  };
}
