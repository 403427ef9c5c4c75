import { z } from "zod";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import { isMonth, monthOf, monthsOf, schoolYearsUntil } from "./period";

/** More than this nobody telephones in a month. */
export const mostSilent = 200;

/** How a location stands in a month: it reported, said that there was nothing, had no lessons, or was not heard of. */
export type Silence = "reported" | "quiet" | "closed" | "silent";

export interface SilentLocation {
  readonly locationId: string;
  readonly school: string;
  readonly brin: string;
  readonly location: string;
  readonly sector: string;
  /** Null: not known. */
  readonly boardNumber: string | null;
  readonly enrolled: number;
  readonly state: Silence;
  /** Null: never. */
  readonly lastMonth: string | null;
}

/** The locations of one institution or of one board together, in a month. */
export interface SilentGroup {
  /** The institution code or the number of the board; null: locations of which no board is known. */
  readonly code: string | null;
  /** The names of its institutions, in the order in which they were given. */
  readonly schools: readonly string[];
  readonly counts: SilentView["counts"];
  readonly enrolled: number;
}

export const gatherings = ["location", "school", "board"] as const;
export type Gathering = (typeof gatherings)[number];

export interface SilentView {
  readonly rows: readonly SilentLocation[];
  /** Null: each location stands by itself. */
  readonly groups: readonly SilentGroup[] | null;
  readonly counts: { readonly all: number; readonly silent: number; readonly quiet: number; readonly closed: number };
}

/** Those with locations that were not heard of come first, the most of them on top. */
export function gathered(all: readonly SilentLocation[], by: Exclude<Gathering, "location">): readonly SilentGroup[] {
  const groups = Map.groupBy(all, ({ brin, boardNumber }) => (by === "school" ? brin : boardNumber));
  return [...groups]
    .map(([code, rows]) => ({
      code,
      schools: [...new Set(rows.map(({ school }) => school))],
      counts: countsOf(rows),
      enrolled: rows.reduce((sum, { enrolled }) => sum + enrolled, 0),
    }))
    .filter(({ counts }) => counts.silent + counts.quiet + counts.closed > 0)
    .sort((one, other) => other.counts.silent - one.counts.silent);
}

export function countsOf(rows: readonly SilentLocation[]): SilentView["counts"] {
  const count = (state: Silence) => rows.filter((row) => row.state === state).length;
  return { all: rows.length, silent: count("silent"), quiet: count("quiet"), closed: count("closed") };
}

export const quietInput = z.strictObject({
  locationId: z.uuid(),
  month: z.string().refine(isMonth, { error: "invalid" }),
});
export type QuietInput = z.infer<typeof quietInput>;

/** The months that are over, the newest first: of the month that runs nobody can say yet. */
export function monthsOver(today: CalendarDate, count: number): readonly string[] {
  return schoolYearsUntil(today, 2)
    .flatMap((year) => monthsOf(year).toReversed())
    .filter((month) => month < monthOf(today))
    .slice(0, count);
}
