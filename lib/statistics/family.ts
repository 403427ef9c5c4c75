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
}

/** What adds up to what, not yet how. */
export type Adding = Omit<Sum, "relation">;

/** How the cells of one school year hang together, over all tables: places and what they lie in, months and the year, kinds and all. */
export function addingIn(cells: readonly FamilyCell[], schoolYear: string): readonly Adding[] {
  const byKey = new Map(cells.map((cell, at) => [keyOf(cell), at]));
  const adding = new Map<string, { total: number; parts: number[] }>();
  cells.forEach((cell, at) => {
    for (const { total, by } of totalsOf(cell, schoolYear)) {
      const found = byKey.get(keyOf(total));
      if (found === undefined) continue;
      const key = `${found} ${by}`;
      const known = adding.get(key);
      if (known === undefined) adding.set(key, { total: found, parts: [at] });
      else known.parts.push(at);
    }
  });
  return [...adding.values()];
}

/** What can be reckoned with these counts: whether the parts make their total, are more, or less. */
export function sumsWith(adding: readonly Adding[], counts: readonly number[]): readonly Sum[] {
  return adding.map(({ total, parts }) => {
    const more = parts.reduce((sum, part) => sum + (counts[part] ?? 0), 0) - (counts[total] ?? 0);
    return { total, parts, relation: more === 0 ? "equal" : more > 0 ? "parts-more" : "parts-less" };
  });
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
