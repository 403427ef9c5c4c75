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

export interface SilentView {
  readonly rows: readonly SilentLocation[];
  readonly counts: { readonly all: number; readonly silent: number; readonly quiet: number; readonly closed: number };
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
