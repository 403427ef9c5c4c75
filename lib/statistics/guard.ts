import { type Bounds, reckon, type Sum } from "./reckon";

/** Fewer than this is never told about others. */
export const smallest = 5;
/** A share is told only of at least so many. */
export const smallestBase = 20;
const roundedTo = 5;

/** "small": fewer than five. "hidden": would give a small one away, or is one. */
export type Cover = "shown" | "small" | "hidden";

/** Counts in rows and columns. With a total, it is the first row or the first column. */
export interface CountGrid {
  readonly counts: readonly (readonly number[])[];
  readonly hasTotalRow: boolean;
  readonly hasTotalColumn: boolean;
  /** Cells that no table tells, because together with other tables they would give a small count away. */
  readonly concealed?: readonly (readonly boolean[])[];
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
 * row or column, and no zero beside a small count, which would narrow it down. A small count can still be anything from
 * 1 to 4 for whoever reckons with the whole grid and with how it is rounded.
 */
export function coverOf(grid: CountGrid): readonly (readonly Cover[])[] {
  const covers = grid.counts.map((row, at) =>
    row.map((count, column) => firstCover(count, grid.concealed?.[at]?.[column])),
  );
  const lines = linesOf(grid);
  const state = { counts: grid.counts, covers };
  for (const line of lines) coverZeros(state, line);
  while (lines.map((line) => coverComplement(state, line)).some((changed) => changed));
  concealNarrowed(state, lines);
  return covers;
}

function firstCover(count: number, isConcealed = false): Cover {
  if (isConcealed) return "hidden";
  return isSmall(count) ? "small" : "shown";
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

function coverZeros(state: State, { parts }: Line): void {
  if (!parts.some((spot) => isSmall(countAt(state, spot)))) return;
  for (const spot of parts) if (countAt(state, spot) === 0) setCover(state.covers, spot, "small");
}

/** Covers one more part while those covered could be reckoned from the total; answers whether it did. */
function coverComplement(state: State, { parts, total }: Line): boolean {
  if (total === null || coverAt(state, total) !== "shown") return false;
  const covered = parts.filter((spot) => coverAt(state, spot) !== "shown");
  if (covered.length === 0 || isSafe(covered.map((spot) => countAt(state, spot)))) return false;
  // Nothing is left to hide behind: then the total itself is not told.
  setCover(state.covers, smallestShown(state, parts) ?? total, "hidden");
  return true;
}

/**
 * Two counts that are both told to be fewer than five, and that make "10" together, are four each. Where a small count
 * can be narrowed down like that, it is not told either that it is small. Zeros and companions that are covered here may
 * be told by another table: they are taken as told.
 */
function concealNarrowed(state: State, lines: readonly Line[]): void {
  const spots = state.counts.flatMap((row, at) => row.map((_, column): Spot => [at, column]));
  const known = reckon(state.counts.flat().map(boundsOf), sumsOf(state, lines));
  const narrowed = spots.filter((spot, at) => isSmall(countAt(state, spot)) && !isOpen(known[at]));
  for (const spot of narrowed) setCover(state.covers, spot, "hidden");
}

const few: Bounds = { least: 0, most: smallest - 1 };

/** Between what a count lies, for whoever sees it rounded, or sees that it is small. */
export function boundsOf(count: number): Bounds {
  if (isSmall(count)) return few;
  const [shown, slack] = [rounded(count), Math.floor(roundedTo / 2)];
  return shown === 0 ? { least: 0, most: 0 } : { least: Math.max(smallest, shown - slack), most: shown + slack };
}

/** It can still be anything from 1 to 4. */
const isOpen = ({ least, most }: Bounds = few) => least <= 1 && most >= smallest - 1;

function smallestShown(state: State, spots: readonly Spot[]): Spot | undefined {
  return spots
    .filter((spot) => coverAt(state, spot) === "shown")
    .toSorted((one, other) => rank(countAt(state, one)) - rank(countAt(state, other)))[0];
}

function sumsOf(state: State, lines: readonly Line[]): readonly Sum[] {
  const width = state.counts[0]?.length ?? 0;
  const cellOf = ([row, column]: Spot) => row * width + column;
  return lines.flatMap(({ parts, total }) => {
    if (total === null) return [];
    const more = parts.reduce((sum, spot) => sum + countAt(state, spot), 0) - countAt(state, total);
    const relation = more === 0 ? "equal" : more > 0 ? "parts-more" : "parts-less";
    return [{ total: cellOf(total), parts: parts.map(cellOf), relation } as const];
  });
}

const countAt = ({ counts }: State, [row, column]: Spot): number => counts[row]?.[column] ?? 0;
const coverAt = ({ covers }: State, [row, column]: Spot): Cover => covers[row]?.[column] ?? "shown";

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
