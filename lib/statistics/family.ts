import { countryPlace, type Level } from "./levels";
import type { Sum } from "./reckon";

/** How a family stands among what must be made again. */
export const familyLevel = "family";

/** The country with its regions and municipalities is one family, a school with its locations another one. */
export function familyOf(level: Level, place: string): string | null {
  if (level === "school") return place;
  return level === "country" || level === "region" || level === "municipality" ? countryPlace : null;
}

/** A kept cell with the place that its place is a part of. Null: of nothing of which figures are told. */
export interface FamilyCell {
  readonly level: string;
  readonly place: string;
  readonly parent: string | null;
  readonly period: string;
  readonly breakdown: string;
  readonly code: string;
  readonly count: number;
}

/** How the cells of one school year add up, over all tables: places to what they lie in, months to the year, kinds to all. */
export function familySums(cells: readonly FamilyCell[], schoolYear: string): readonly Sum[] {
  const byKey = new Map(cells.map((cell, at) => [keyOf(cell), at]));
  const parts = new Map<string, { total: number; parts: number[] }>();
  cells.forEach((cell, at) => {
    for (const { total, by } of totalsOf(cell, schoolYear)) {
      const found = byKey.get(keyOf(total));
      if (found === undefined) continue;
      const key = `${found} ${by}`;
      const sum = parts.get(key);
      if (sum === undefined) parts.set(key, { total: found, parts: [at] });
      else sum.parts.push(at);
    }
  });
  return [...parts.values()].map((sum) => ({ ...sum, relation: relationOf(cells, sum) }));
}

type Key = Pick<FamilyCell, "place" | "period" | "breakdown" | "code">;

const keyOf = ({ place, period, breakdown, code }: Key) => [place, period, breakdown, code].join(" ");

/** What a cell is a part of, and by what that is split. */
function totalsOf(cell: FamilyCell, schoolYear: string): readonly { readonly total: Key; readonly by: string }[] {
  const { parent, period, breakdown, level } = cell;
  return [
    ...(parent === null ? [] : [{ total: { ...cell, place: parent }, by: level }]),
    ...(period === schoolYear ? [] : [{ total: { ...cell, period: schoolYear }, by: "month" }]),
    ...(breakdown === "all" ? [] : [{ total: { ...cell, breakdown: "all", code: "" }, by: breakdown }]),
  ];
}

function relationOf(cells: readonly FamilyCell[], { total, parts }: Omit<Sum, "relation">): Sum["relation"] {
  const countAt = (at: number) => cells[at]?.count ?? 0;
  const more = parts.reduce((sum, part) => sum + countAt(part), 0) - countAt(total);
  if (more === 0) return "equal";
  return more > 0 ? "parts-more" : "parts-less";
}
