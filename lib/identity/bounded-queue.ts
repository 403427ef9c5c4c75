/** Thrown when the line is full: better to hear so at once than to wait for ever. */
export class QueueFull extends Error {
  override readonly name = "QueueFull";
}

/** Runs work a few at a time, in the order of asking, with a limit to how many wait. */
export function boundedQueue(limits: { readonly atOnce: number; readonly waiting: number }) {
  const line: (() => void)[] = [];
  let running = 0;

  const begin = async () => {
    if (running < limits.atOnce) {
      running++;
      return;
    }
    if (line.length >= limits.waiting) throw new QueueFull("too many wait already");
    await new Promise<void>((resolve) => line.push(resolve));
  };

  // The place goes straight to the next in line, so that no newcomer takes it in between.
  const end = () => {
    const next = line.shift();
    if (next === undefined) running--;
    else next();
  };

  return async <Value>(work: () => Promise<Value>): Promise<Value> => {
    await begin();
    try {
      return await work();
    } finally {
      end();
    }
  };
}
