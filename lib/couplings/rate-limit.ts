/** So many calls a second on the long run, and so many at once after a pause. */
interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

interface Bucket {
  tokens: number;
  filledAt: number;
}

/** Above this many callers, those whose bucket is full again are forgotten. */
const remembered = 1_000;

/**
 * A bucket of calls for each caller. It counts within one process: with several processes a caller has as many times
 * this rate.
 */
export function rateLimiter(rate: Rate) {
  const buckets = new Map<string, Bucket>();

  /** Takes a call: 0 when there was one, otherwise the seconds to wait for it. */
  function take(caller: string, at: Date): number {
    const bucket = filled(buckets.get(caller), at.getTime(), rate);
    buckets.set(caller, bucket);
    if (buckets.size > remembered) forgetIdle(buckets, at.getTime(), rate);
    if (bucket.tokens < 1) return Math.max(1, Math.ceil((1 - bucket.tokens) / rate.perSecond));
    bucket.tokens -= 1;
    return 0;
  }

  return { take };
}

function filled(known: Bucket | undefined, at: number, { perSecond, burst }: Rate): Bucket {
  if (known === undefined) return { tokens: burst, filledAt: at };
  const seconds = Math.max(0, at - known.filledAt) / 1000;
  return { tokens: Math.min(burst, known.tokens + seconds * perSecond), filledAt: at };
}

function forgetIdle(buckets: Map<string, Bucket>, at: number, rate: Rate): void {
  for (const [caller, bucket] of buckets) {
    if (filled(bucket, at, rate).tokens >= rate.burst) buckets.delete(caller);
  }
}
