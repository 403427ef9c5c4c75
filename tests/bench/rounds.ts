export const rounds = 5;
export const roundMilliseconds = 4_000;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

type Subjects<Name extends string, Result> = Readonly<Record<Name, () => Promise<Result>>>;

/** Every subject in turn (A B A B …), so that what else the machine does falls on all of them alike. */
export async function alternate<Name extends string, Result>(
  subjects: Subjects<Name, Result>,
  count = rounds,
): Promise<(name: Name) => readonly Result[]> {
  const results = new Map<string, Result[]>();
  const entries = Object.entries<() => Promise<Result>>(subjects);
  for (let round = 0; round < count; round++) {
    for (const [name, run] of entries) results.set(name, [...(results.get(name) ?? []), await run()]);
  }
  return (name) => results.get(name) ?? [];
}

/** The median of one figure over the rounds of one subject. */
export function middle<Result>(results: readonly Result[], read: (result: Result) => number): number {
  return median(results.map(read));
}
