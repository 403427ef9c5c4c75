import { type CalendarDate, dayOf, daysBetween } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { type Status, statuses } from "@/lib/timeline/statuses";

/** What the first column of a list says: until when the office must react, or that it did. */
export type Due =
  | { readonly kind: "late"; readonly days: number }
  | { readonly kind: "today" | "tomorrow" | "reacted" | "still" }
  | { readonly kind: "day" | "done"; readonly day: CalendarDate };

interface DueFacts {
  readonly status: Status;
  /** The end of the nearest promise. Null: nothing more is promised. */
  readonly promisedAt: Date | null;
  /** The clock of that promise stands still. */
  readonly isStill: boolean;
  readonly changedAt: Date;
}

export function dueOf({ status, promisedAt, isStill, changedAt }: DueFacts, now: Now): Due {
  if (!statuses[status].open) return { kind: "done", day: dayOf(changedAt) };
  if (isStill) return { kind: "still" };
  if (promisedAt === null) return { kind: "reacted" };
  const day = dayOf(promisedAt);
  const ahead = daysBetween(now.today, day);
  if (ahead < 0) return { kind: "late", days: -ahead };
  if (ahead > 1) return { kind: "day", day };
  return { kind: ahead === 0 ? "today" : "tomorrow" };
}
