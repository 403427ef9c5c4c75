import {
  addDays,
  type CalendarDate,
  endOfSchoolYear,
  firstOfMonth,
  firstOfNextMonth,
} from "@/lib/shared/calendar-date";
import type { Status } from "@/lib/timeline/statuses";

/** The days on which the reports were filed that are looked at. */
export interface OutcomeSpan {
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
}

export function schoolYearOf(today: CalendarDate): OutcomeSpan {
  const lastDay = endOfSchoolYear(today);
  return { firstDay: addDays(endOfSchoolYear(addDays(lastDay, -370)), 1), lastDay };
}

export function monthOf(day: CalendarDate): OutcomeSpan {
  return { firstDay: firstOfMonth(day), lastDay: addDays(firstOfNextMonth(day), -1) };
}

/** What became of one report. */
export interface OutcomeLine {
  readonly reference: string;
  readonly studentName: string;
  readonly group: string | null;
  readonly ownReference: string | null;
  readonly filedAt: Date;
  readonly status: Status;
  /** Null: nobody reacted yet. */
  readonly reaction: { readonly at: Date; readonly isInTime: boolean } | null;
  /** Until when a reaction was promised. */
  readonly dueAt: Date;
  /** The promise is over, and nobody reacted. */
  readonly isOverdue: boolean;
  /** Noted, closed or withdrawn at this moment; null: still open. */
  readonly endedAt: Date | null;
  /** Null: nobody yet, or not for this school to know. */
  readonly handler: string | null;
}

/** So many lines stand on the page of a month; the list of reports shows the others. */
export const outcomeLinesMost = 300;

/** What became of the reports of one's own school. */
export interface Outcomes extends OutcomeSpan {
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
