import type { FamilyCell } from "@/lib/statistics/family";
import { coverOf, rounded, smallest } from "@/lib/statistics/guard";
import { anything, type Bounds } from "./another-world";

/** A small country: two regions of two municipalities, three months, three kinds of report. */
const regions = ["r1", "r2"] as const;
export const places = ["r1 a", "r1 b", "r2 a", "r2 b"] as const;
export const months = ["2026-08", "2026-09", "2026-10"] as const;
export const year = "2026-2027";

/** A count that some table tells: an empty part is everything. */
export interface Cell {
  readonly place: string;
  readonly month: string;
  readonly kind: string;
}

/** Rows by columns, the totals first: as the pages lay them out. */
export type Query = readonly (readonly Cell[])[];

const areas = ["", ...regions, ...places];
const within = (place: string) => (place === "" ? regions : places.filter((known) => known.startsWith(place)));

export const cellsWith = (kinds: readonly string[]): readonly Cell[] =>
  areas.flatMap((place) => ["", ...months].flatMap((month) => ["", ...kinds].map((kind) => ({ place, month, kind }))));

export const nameOf = ({ place, month, kind }: Cell): string => `${place}|${month}|${kind}`;

export const isIn = (one: Cell, { place, month, kind }: Cell): boolean =>
  one.place.startsWith(place) && (month === "" || month === one.month) && (kind === "" || kind === one.kind);

/** Every table of one measure that may be asked: the kinds that `selection` lets through, of every place and period. */
export const queriesWith = (kinds: readonly string[]): readonly Query[] =>
  areas.flatMap((place) => [
    ["", ...months].map((month) => ["", ...kinds].map((kind): Cell => ({ place, month, kind }))),
    ...["", ...months].map((month) => ["", ...kinds].map((kind): readonly Cell[] => [{ place, month, kind }])),
    ...(place.includes(" ")
      ? []
      : ["", ...months].map((month) =>
          [place, ...within(place)].map((row) => ["", ...kinds].map((kind): Cell => ({ place: row, month, kind }))),
        )),
  ]);

/** As the worker keeps it. */
export function familyCell({ place, month, kind }: Cell, breakdown: string): FamilyCell {
  return {
    level: String(place.length),
    place,
    parent: parentOf(place),
    period: month === "" ? year : month,
    breakdown: kind === "" ? "all" : breakdown,
    code: kind,
  };
}

function parentOf(place: string): string | null {
  if (place === "") return null;
  return place.includes(" ") ? place.slice(0, 2) : "";
}

interface Shown {
  readonly queries: readonly Query[];
  readonly indexOf: (cell: Cell) => number;
  readonly untold: ReadonlySet<number>;
}

/** What a reader of all tables knows of each cell: as it is shown, rounded; and that covered ones are few, or not few. */
export function told(counts: readonly number[], { queries, indexOf, untold }: Shown): readonly Bounds[] {
  const known = counts.map(() => anything);
  for (const query of queries) {
    const at = query.map((row) => row.map(indexOf));
    const covers = coverOf({
      counts: at.map((row) => row.map((cell) => counts[cell] ?? 0)),
      hasTotalRow: true,
      hasTotalColumn: (query[0]?.length ?? 0) > 1,
      concealed: at.map((row) => row.map((cell) => untold.has(cell))),
    });
    at.forEach((row, line) => {
      row.forEach((cell, column) => {
        const { least, most } = known[cell] ?? anything;
        const more = boundsTold(counts[cell] ?? 0, covers[line]?.[column] ?? "hidden");
        known[cell] = { least: Math.max(least, more.least), most: Math.min(most, more.most) };
      });
    });
  }
  return known;
}

function boundsTold(count: number, cover: ReturnType<typeof coverOf>[number][number]): Bounds {
  if (cover === "hidden") return anything;
  if (cover === "small") return { least: 0, most: smallest - 1 };
  // What was rounded to this.
  const shown = rounded(count);
  const could = [shown - 2, shown - 1, shown, shown + 1, shown + 2].filter(
    (one) => (one === 0 || one >= smallest) && rounded(one) === shown,
  );
  return { least: Math.min(...could), most: Math.max(...could) };
}
