import { z } from "zod";
import { optionalLine } from "@/lib/shared/words";
import { clockTime } from "./inputs";

/** School days: Monday to Friday. */
export const presenceDays = ["1", "2", "3", "4", "5"] as const;
export type PresenceDay = (typeof presenceDays)[number];

export const presenceInput = z
  .strictObject({
    locationId: z.uuid({ error: "presence-school-missing" }),
    /** Absent: whoever of the office comes. */
    accountId: z.uuid({ error: "officer-unknown" }).optional(),
    weekday: z.enum(presenceDays, { error: "weekday-missing" }),
    from: clockTime,
    until: clockTime,
    place: optionalLine(80),
  })
  .refine(({ from, until }) => from < until, { path: ["until"], error: "time-order" });
export type PresenceInput = z.output<typeof presenceInput>;

export const presenceRemoval = z.strictObject({ id: z.uuid() });

/** When somebody of an office is at a school. */
export interface PresenceHour {
  readonly id: string;
  readonly weekday: PresenceDay;
  /** "09:00" */
  readonly from: string;
  readonly until: string;
  /** Null: not said. */
  readonly place: string | null;
  /** Null: whoever of the office comes. */
  readonly officer: { readonly id: string; readonly name: string } | null;
}

export interface PresenceLine extends PresenceHour {
  readonly locationName: string;
  /** The officer works here no longer, so that no school is told of it. */
  readonly isGone: boolean;
}

interface Choice {
  readonly id: string;
  readonly name: string;
}

export interface PresenceView {
  readonly hours: readonly PresenceLine[];
  /** The locations in the municipalities of the office. */
  readonly locations: readonly Choice[];
  /** Null: one keeps the own hours alone. */
  readonly officers: readonly Choice[] | null;
}

/** A stored number of a day; one that no form sends is read as Monday. */
export function presenceDayOf(weekday: number): PresenceDay {
  return presenceDays.find((day) => day === String(weekday)) ?? "1";
}
