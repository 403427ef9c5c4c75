import { type breakdowns, isBreakdown, valuesOf } from "./breakdowns";
import { noSums, type Sums } from "./measures";
import { monthsOf } from "./period";
import { type Axis, everything, type NamedGrid } from "./table";

/** Sums as they come from the database; an empty code stands for all. */
export interface GroupedSums extends Sums {
  readonly row: string;
  readonly column: string;
}

interface Axes {
  readonly rows: readonly Axis[];
  readonly columns: readonly Axis[];
  readonly hasTotalRow: boolean;
  /** How many are enrolled at a row; `all` for the total. */
  readonly enrolled: ReadonlyMap<string, number>;
}

/** Lays sums out; a row or column without any has zeros. Columns without a breakdown are one column of all. */
export function gridOf(sums: readonly GroupedSums[], { rows, columns, hasTotalRow, enrolled }: Axes): NamedGrid {
  const found = new Map(sums.map((entry) => [`${entry.row} ${entry.column}`, entry]));
  const allRows = hasTotalRow ? [everything, ...rows] : rows;
  const allColumns = [everything, ...columns];
  const keyOf = ({ code }: Axis) => (code === everything.code ? "" : code);
  return {
    rows: allRows,
    columns: allColumns,
    sums: allRows.map((row) => allColumns.map((column) => found.get(`${keyOf(row)} ${keyOf(column)}`) ?? noSums)),
    enrolled: allRows.map(({ code }) => enrolled.get(code) ?? null),
    hasTotalRow,
    hasTotalColumn: columns.length > 0,
  };
}

/** The columns of a breakdown; none when the columns are measures. */
export function columnsOf(columns: string): readonly Axis[] {
  return isBreakdown(columns) ? valuesOf(columns) : [];
}

/** Those of a school year that have begun. */
export function monthAxis(schoolYear: string, today: string, name: (month: string) => Axis["label"]): readonly Axis[] {
  return monthsOf(schoolYear)
    .filter((month) => month <= today.slice(0, 7))
    .map((code) => ({ code, label: name(code) }));
}

export function breakdownAxis(kind: keyof typeof breakdowns): readonly Axis[] {
  return valuesOf(kind);
}
