import type { CalendarDate } from "@/lib/shared/calendar-date";

/** Where somebody lived from a day on, as the register says it. */
export interface ResidenceLine {
  readonly from: CalendarDate;
  /** Null: the register gives no address in the country. */
  readonly address: string | null;
  readonly kind: "resident" | "correspondence" | "abroad" | "unknown" | "protected";
}

/** The one that held on a day; the lines stand with the latest first. */
export function residenceOn(day: CalendarDate, lines: readonly ResidenceLine[]): ResidenceLine | null {
  return lines.find(({ from }) => from <= day) ?? null;
}
