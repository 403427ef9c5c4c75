import { type CountGrid, type Cover, coverOf, isSmall, rounded, smallestBase } from "./guard";
import { type CountOf, type Measure, type Sums, shapeOf } from "./measures";

/** A figure as it may be told. */
export type Shown =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "percent"; readonly value: number }
  /** Of too few for a percentage: "3 van 7", of the own organisation only. */
  | { readonly kind: "ratio"; readonly part: number; readonly base: number }
  | { readonly kind: "days"; readonly value: number }
  /** Fewer than five. */
  | { readonly kind: "small" }
  /** Would give a small figure away. */
  | { readonly kind: "hidden" }
  /** Fewer than twenty to take a share of. */
  | { readonly kind: "thin" }
  /** There is nothing to take it of. */
  | { readonly kind: "none" };

/** Sums in rows and columns, each row with how many are enrolled there. */
export interface SumsGrid {
  readonly sums: readonly (readonly Sums[])[];
  /** Null: not counted for this row. */
  readonly enrolled: readonly (number | null)[];
  readonly hasTotalRow: boolean;
  readonly hasTotalColumn: boolean;
}

type Cells = readonly (readonly Shown[])[];

/** The own organisation's figures, exact (settled 25). */
export function exactly({ sums, enrolled }: SumsGrid, measure: Measure): Cells {
  return sums.map((row, at) => row.map((cell) => exact(cell, measure, enrolled[at] ?? null)));
}

function exact(sums: Sums, measure: Measure, enrolled: number | null): Shown {
  const shape = shapeOf(measure);
  switch (shape.kind) {
    case "count":
      return { kind: "number", value: sums[shape.of] };
    case "share":
      return exactShare(sums[shape.of], sums[shape.base]);
    case "rate":
      return enrolled === null || enrolled === 0 ? { kind: "none" } : perThousand(sums[shape.of], enrolled);
    case "days":
      return daysOf(sums[shape.of]);
  }
}

function exactShare(part: number, base: number): Shown {
  if (base === 0) return { kind: "none" };
  return base < smallestBase ? { kind: "ratio", part, base } : percent(part, base);
}

/** Figures about others: guarded, and by fives. */
export function guarded(grid: SumsGrid, measure: Measure): Cells {
  const shape = shapeOf(measure);
  const covers = coverOf(countsOf(grid, shape.kind === "days" ? shape.base : shape.of));
  return grid.sums.map((row, at) =>
    row.map((sums, column) =>
      guardedCell(measure, { sums, cover: covers[at]?.[column] ?? "hidden", enrolled: grid.enrolled[at] ?? null }),
    ),
  );
}

interface Covered {
  readonly sums: Sums;
  readonly cover: Cover;
  readonly enrolled: number | null;
}

function guardedCell(measure: Measure, { sums, cover, enrolled }: Covered): Shown {
  const shape = shapeOf(measure);
  if (shape.kind === "share") return guardedShare(sums[shape.of], sums[shape.base], cover !== "hidden");
  if (shape.kind === "days") return sums[shape.base] < smallestBase ? { kind: "thin" } : daysOf(sums[shape.of]);
  // "<5" would read as fewer than five of every thousand.
  if (cover !== "shown") return { kind: shape.kind === "rate" ? "hidden" : cover };
  const value = rounded(sums[shape.of]);
  return shape.kind === "count" ? { kind: "number", value } : guardedRate(value, enrolled);
}

/** A share of which part or rest is small would tell that small count. */
function guardedShare(part: number, base: number, isOpen: boolean): Shown {
  if (base === 0) return { kind: "none" };
  if (base < smallestBase) return { kind: "thin" };
  if (!isOpen || isSmall(part) || isSmall(base - part)) return { kind: "hidden" };
  return percent(rounded(part), rounded(base));
}

function guardedRate(pupils: number, enrolled: number | null): Shown {
  if (enrolled === null) return { kind: "none" };
  return enrolled < smallestBase ? { kind: "thin" } : perThousand(pupils, rounded(enrolled));
}

function countsOf({ sums, hasTotalRow, hasTotalColumn }: SumsGrid, of: CountOf): CountGrid {
  return {
    counts: sums.map((row) => row.map((cell) => cell[of])),
    hasTotalRow,
    hasTotalColumn,
    concealed: sums.map((row) => row.map(({ concealed }) => concealed?.includes(of) ?? false)),
  };
}

const perThousand = (count: number, enrolled: number): Shown => ({
  kind: "number",
  value: Math.round((count / enrolled) * 10_000) / 10,
});

const percent = (part: number, base: number): Shown => ({
  kind: "percent",
  value: Math.min(100, Math.round((part / base) * 100)),
});

const daysOf = (value: number | null): Shown => (value === null ? { kind: "none" } : { kind: "days", value });
