import type { CalendarDate } from "@/lib/shared/calendar-date";

/** What became of the reports of one's own school in a school year. */
export interface Outcomes {
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
  readonly filed: number;
  readonly open: number;
  readonly noted: number;
  readonly withdrawn: number;
  readonly reacted: number;
  readonly reactedInTime: number;
  /** Of what still waits for a first reaction. */
  readonly overdue: number;
  /** Half of the first reactions came within this many days. Null: there were none. */
  readonly medianDays: number | null;
  /** Closed reports by reason, the most first. */
  readonly closed: readonly { readonly reason: string; readonly count: number }[];
}
