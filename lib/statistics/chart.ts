import { type FigureTable, sizeOf } from "./table";

/** A figure to draw: null where nothing may be told. */
interface Point {
  readonly code: string;
  readonly value: number | null;
}

export interface Series {
  readonly code: string;
  readonly label: Readonly<Record<"nl" | "en", string>>;
  readonly points: readonly Point[];
}

/** More lines in one picture, or more pictures beside each other, nobody tells apart. */
const mostDrawn = { lines: 6, multiples: 12 } as const;

interface Drawing {
  readonly series: readonly Series[];
  /** How many series the table has that are not drawn. */
  readonly leftOut: number;
}

/** One series for each column, over the rows, without the totals: a chart shows what the table shows and no more. */
export function drawingOf(table: FigureTable, kind: keyof typeof mostDrawn): Drawing {
  const all = table.columns.map((column, at) => ({ ...column, at }));
  const parts = all.filter(({ code }) => code !== "all");
  const columns = parts.length === 0 ? all : parts;
  const series = columns.slice(0, mostDrawn[kind]).map(({ code, label, at }) => ({
    code,
    label,
    points: table.rows.flatMap((row, index) => (row.isTotal ? [] : [pointOf(table, { code: row.code, index, at })])),
  }));
  return { series, leftOut: columns.length - series.length };
}

function pointOf({ cells }: FigureTable, { code, index, at }: { code: string; index: number; at: number }): Point {
  const size = sizeOf(cells[index]?.[at]);
  return { code, value: size < 0 ? null : size };
}

/** A round number at or above the largest: where the axis ends. */
export function ceilingOf(values: readonly (number | null)[]): number {
  const largest = Math.max(1, ...values.map((value) => value ?? 0));
  const power = 10 ** Math.floor(Math.log10(largest));
  return ([1, 2, 4, 5, 10].find((step) => step * power >= largest) ?? 10) * power;
}

/** Runs of points that follow each other: a line breaks where a figure is not told. */
export function runsOf(
  points: readonly Point[],
): readonly (readonly { readonly at: number; readonly value: number }[])[] {
  const runs: { at: number; value: number }[][] = [[]];
  points.forEach(({ value }, at) => {
    if (value === null) runs.push([]);
    else runs.at(-1)?.push({ at, value });
  });
  return runs.filter(({ length }) => length > 0);
}
