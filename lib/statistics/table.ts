import type { Label } from "@/lib/i18n/locale";
import type { Measure } from "./measures";
import { exactly, guarded, type Shown, type SumsGrid } from "./shown";

/** A row or column by its code; places have one name in both languages. */
export interface Axis {
  readonly code: string;
  readonly label: Label;
}

/** Sums with the names of their rows and columns. */
export interface NamedGrid extends SumsGrid {
  readonly rows: readonly Axis[];
  readonly columns: readonly Axis[];
}

/** What a page, a chart and a file show: nothing in it still has to be guarded. */
export interface FigureTable {
  readonly rows: readonly (Axis & { readonly isTotal: boolean })[];
  readonly columns: readonly Axis[];
  readonly cells: readonly (readonly Shown[])[];
}

interface Wish {
  readonly about: "own" | "others";
  readonly measures: readonly Measure[];
  readonly columns: string;
  readonly sort: "name" | "most";
}

export const everything: Axis = { code: "all", label: { nl: "Totaal", en: "Total" } };

export function tableOf(grid: NamedGrid, wish: Wish, labelOf: (measure: Measure) => Label): FigureTable {
  const show = wish.about === "own" ? exactly : guarded;
  const [first] = wish.measures;
  const table =
    wish.columns === "measures" || first === undefined
      ? byMeasure(grid, wish.measures, { show, labelOf })
      : { columns: grid.columns, cells: show(grid, first) };
  const rows = grid.rows.map((row, at) => ({ ...row, isTotal: grid.hasTotalRow && at === 0 }));
  return totalLast(sorted({ rows, ...table }, wish.sort));
}

interface Means {
  readonly show: typeof exactly;
  readonly labelOf: (measure: Measure) => Label;
}

function byMeasure(grid: NamedGrid, measures: readonly Measure[], { show, labelOf }: Means) {
  const shown = measures.map((measure) => show(grid, measure));
  return {
    columns: measures.map((measure): Axis => ({ code: measure, label: labelOf(measure) })),
    cells: grid.rows.map((_, at) => shown.map((cells): Shown => cells[at]?.[0] ?? { kind: "none" })),
  };
}

/** By what is shown, never by what is not: the order would tell it. */
function sorted(table: FigureTable, sort: Wish["sort"]): FigureTable {
  if (sort === "name") return table;
  const size = (at: number) => sizeOf(table.cells[at]?.[0]);
  return reordered(
    table,
    table.rows.map((_, at) => at).toSorted((one, other) => size(other) - size(one)),
  );
}

function totalLast(table: FigureTable): FigureTable {
  const order = table.rows.map((_, at) => at);
  const isTotal = (at: number) => (table.rows[at]?.isTotal === true ? 1 : 0);
  return reordered(
    table,
    order.toSorted((one, other) => isTotal(one) - isTotal(other)),
  );
}

function reordered({ rows, columns, cells }: FigureTable, order: readonly number[]): FigureTable {
  return {
    columns,
    rows: order.flatMap((at) => rows[at] ?? []),
    cells: order.map((at) => cells[at] ?? []),
  };
}

/** For sorting and drawing; what is not told has no size. */
export function sizeOf(shown: Shown | undefined): number {
  if (shown === undefined) return -1;
  if (shown.kind === "ratio") return (shown.part / shown.base) * 100;
  return "value" in shown ? shown.value : -1;
}
