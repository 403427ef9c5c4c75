/** Fewer than this is never told about others. */
export const smallest = 5;
/** A share is told only of at least so many. */
export const smallestBase = 20;
const roundedTo = 5;

/** "small": fewer than five. "hidden": would give a small one away. */
export type Cover = "shown" | "small" | "hidden";

/** Counts in rows and columns. With a total, it is the first row or the first column. */
export interface CountGrid {
  readonly counts: readonly (readonly number[])[];
  readonly hasTotalRow: boolean;
  readonly hasTotalColumn: boolean;
}

/** Cells of a line that add up to its total: each by its place in the grid. */
interface Line {
  readonly parts: readonly Spot[];
  /** Null: nothing that these add up to is told. */
  readonly total: Spot | null;
}

type Spot = readonly [row: number, column: number];

/**
 * What of a grid may be told: no count of 1 to 4, no count that such a one can be reckoned from with the totals of its
 * row or column, and no zero beside a small count, which would narrow it down.
 */
export function coverOf(grid: CountGrid): readonly (readonly Cover[])[] {
  const covers = grid.counts.map((row) => row.map((count): Cover => (isSmall(count) ? "small" : "shown")));
  const lines = linesOf(grid);
  const state = { counts: grid.counts, covers };
  for (const line of lines) coverZeros(state, line);
  while (lines.map((line) => coverComplement(state, line)).some((changed) => changed));
  return covers;
}

export function isSmall(count: number): boolean {
  return count > 0 && count < smallest;
}

/** Figures about others go by fives, so that the difference of two of them is never 1 to 4. */
export function rounded(count: number): number {
  return Math.round(count / roundedTo) * roundedTo;
}

interface State {
  readonly counts: CountGrid["counts"];
  readonly covers: Cover[][];
}

function linesOf({ counts, hasTotalRow, hasTotalColumn }: CountGrid): readonly Line[] {
  const [firstRow, firstColumn] = [hasTotalRow ? 1 : 0, hasTotalColumn ? 1 : 0];
  const rows = counts.map(
    (row, at): Line => ({
      parts: row.map((_, column): Spot => [at, column]).slice(firstColumn),
      total: hasTotalColumn ? [at, 0] : null,
    }),
  );
  const columns = (counts[0] ?? []).map(
    (_, at): Line => ({
      parts: counts.map((_row, row): Spot => [row, at]).slice(firstRow),
      total: hasTotalRow ? [0, at] : null,
    }),
  );
  return [...rows, ...columns];
}

function coverZeros({ counts, covers }: State, { parts }: Line): void {
  if (!parts.some(([row, column]) => isSmall(counts[row]?.[column] ?? 0))) return;
  for (const [row, column] of parts) {
    if (counts[row]?.[column] === 0) setCover(covers, [row, column], "small");
  }
}

/** Covers one more part while those covered could be reckoned from the total; answers whether it did. */
function coverComplement({ counts, covers }: State, { parts, total }: Line): boolean {
  if (total === null || covers[total[0]]?.[total[1]] !== "shown") return false;
  const at = ([row, column]: Spot) => ({ count: counts[row]?.[column] ?? 0, cover: covers[row]?.[column] ?? "shown" });
  const covered = parts.filter((spot) => at(spot).cover !== "shown");
  if (covered.length === 0 || isSafe(covered.map((spot) => at(spot).count))) return false;
  const [next] = parts
    .filter((spot) => at(spot).cover === "shown")
    .toSorted((one, other) => rank(at(one).count) - rank(at(other).count));
  // Nothing is left to hide behind: then the total itself is not told.
  setCover(covers, next ?? total, "hidden");
  return true;
}

/** Of two or more covered counts that make five together nobody can tell one. */
function isSafe(covered: readonly number[]): boolean {
  return covered.filter((count) => count > 0).length >= 2 && covered.reduce((sum, count) => sum + count, 0) >= smallest;
}

/** The smallest count first, an empty one last: hiding nothing protects nothing. */
function rank(count: number): number {
  return count === 0 ? Number.MAX_SAFE_INTEGER : count;
}

function setCover(covers: Cover[][], [row, column]: Spot, cover: Cover): void {
  const cells = covers[row];
  if (cells !== undefined) cells[column] = cover;
}
