import { z } from "zod";
import { breakdownCodes, isBreakdown } from "./breakdowns";
import { levelCodes } from "./levels";
import { measureCodes } from "./measures";
import { isMonth, isSchoolYear } from "./period";

export const rowKinds = ["month", ...breakdownCodes, "region", "municipality", "school", "location"] as const;
export type RowKind = (typeof rowKinds)[number];

const place = z.strictObject({ level: z.enum(levelCodes), code: z.string().max(40) });
export type Place = z.infer<typeof place>;

const filter = z.strictObject({ breakdown: z.enum(breakdownCodes), code: z.string().max(40) });
export type Filter = z.infer<typeof filter>;

/** A view that was kept when there could be one kind at the most holds that one, or null. */
function asList(kept: unknown): unknown {
  if (kept === null) return [];
  return typeof kept === "object" && !Array.isArray(kept) ? [kept] : kept;
}

/** What somebody wants to see: the same for ready-made, own and saved views. */
export const selection = z
  .strictObject({
    /** The own organisation, exact; or others, guarded. */
    about: z.enum(["own", "others"]),
    rows: z.enum(rowKinds),
    /** Columns are the measures, or the values of one breakdown of the first measure. */
    columns: z.enum(["measures", ...breakdownCodes]).default("measures"),
    measures: z.array(z.enum(measureCodes)).min(1).max(6),
    period: z.string().refine((text) => isMonth(text) || isSchoolYear(text), { error: "period-invalid" }),
    /** Of others: the place itself, or what its rows lie within. Null: of the own organisation. */
    place: place.nullable().default(null),
    /** Only reports of these kinds, of the own organisation: of one breakdown any of them, of several all. */
    only: z.preprocess(asList, z.array(filter).max(20).default([])),
    sort: z.enum(["name", "most"]).default("name"),
  })
  .refine(({ rows, columns }) => rows !== columns, { path: ["columns"], error: "columns-are-rows" })
  .refine(({ about, only }) => about === "own" || only.length === 0, { path: ["only"], error: "only-of-own" })
  .refine(({ about, place }) => about === "own" || place !== null, { path: ["place"], error: "place-missing" })
  .refine(({ about, rows, columns }) => about === "own" || !(isBreakdown(rows) && columns !== "measures"), {
    path: ["columns"],
    error: "combination-not-offered",
  })
  // What an office has is what its municipalities have, told once more: with both one could reckon.
  .refine(({ about, place }) => about === "own" || place?.level !== "office", {
    path: ["place"],
    error: "combination-not-offered",
  })
  .refine(fitsPlace, { path: ["rows"], error: "rows-not-within" })
  .refine(({ rows, period }) => rows !== "month" || isSchoolYear(period), {
    path: ["period"],
    error: "year-for-months",
  });

/** Which places can stand beside each other within another one, when the figures are about others. */
const rowsWithin: Readonly<Record<string, readonly string[]>> = {
  region: ["country"],
  municipality: ["region"],
  school: ["region"],
  location: ["school"],
};

function fitsPlace({ about, rows, place }: { about: string; rows: string; place: Place | null }): boolean {
  const fitting = rowsWithin[rows];
  return about === "own" || fitting === undefined || fitting.includes(place?.level ?? "");
}

export type Selection = z.infer<typeof selection>;
