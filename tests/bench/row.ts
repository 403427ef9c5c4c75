/** One line of the report: what was measured, beside what it was measured against in the same run. */
export interface Row {
  readonly promise: string;
  readonly name: string;
  readonly unit: string;
  readonly ours: number;
  /** Null: the figure stands by itself. */
  readonly anchor: number | null;
  readonly ratio: number | null;
  readonly bar: string;
  readonly isWithin: boolean | null;
  readonly note?: string;
}

interface Bar {
  readonly least?: number;
  readonly most?: number;
}

type Figure = Pick<Row, "promise" | "name" | "unit" | "ours"> & { readonly note?: string };

/** Ours against an anchor of the same run. */
export function compared(figure: Figure, anchor: number, bar: Bar): Row {
  const ratio = figure.ours / anchor;
  return { ...figure, anchor, ratio, bar: barText(bar, "x"), isWithin: isWithin(ratio, bar) };
}

/** A figure with a bar of its own. */
export function alone(figure: Figure, bar: Bar = {}): Row {
  const { ours, unit } = figure;
  return { ...figure, anchor: null, ratio: null, bar: barText(bar, ` ${unit}`), isWithin: isWithin(ours, bar) };
}

function isWithin(value: number, { least, most }: Bar): boolean | null {
  if (least === undefined && most === undefined) return null;
  return value >= (least ?? Number.NEGATIVE_INFINITY) && value <= (most ?? Number.POSITIVE_INFINITY);
}

function barText({ least, most }: Bar, unit: string): string {
  if (least !== undefined) return `>= ${least}${unit}`;
  return most === undefined ? "" : `<= ${most}${unit}`;
}

const heads = ["", "what", "ours", "anchor", "ratio", "bar", ""] as const;

export function tableOf(rows: readonly Row[]): string {
  const lines = [heads, ...rows.map(cellsOf)];
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? "").length)));
  const isNumber = (column: number) => column >= 2 && column <= 4;
  const text = lines.map((line) =>
    line
      .map((cell, column) => (isNumber(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
  const notes = rows.flatMap(({ promise, name, note }) => (note === undefined ? [] : [`${promise} ${name}: ${note}`]));
  return [...text, "", ...notes].join("\n");
}

function cellsOf({ promise, name, unit, ours, anchor, ratio, bar, isWithin }: Row): readonly string[] {
  const verdict = isWithin === null ? "" : isWithin ? "ok" : "over";
  const ratioText = ratio === null ? "" : ratio.toFixed(2);
  return [promise, `${name} (${unit})`, figure(ours), anchor === null ? "" : figure(anchor), ratioText, bar, verdict];
}

function figure(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString("en") : value.toFixed(value >= 10 ? 1 : 2);
}
