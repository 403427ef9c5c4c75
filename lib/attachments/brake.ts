/** The brake looks back on so many runs. */
export const usualRuns = 10;
const factor = 2;
/** So few are no sign of anything. */
const alwaysAllowed = 100;

/** The middle of what was due on earlier days; nothing when there were none. */
export function usualCount(counts: readonly number[]): number {
  const sorted = counts.toSorted((one, other) => one - other);
  const [below, above] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return Math.round(((below ?? 0) + (above ?? 0)) / 2);
}

/** What is destroyed does not come back: more than twice the usual is looked at by somebody first. */
export function isTooMany(count: number, usual: number): boolean {
  return count > alwaysAllowed && count > factor * usual;
}
