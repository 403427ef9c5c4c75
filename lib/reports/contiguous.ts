import type { PlainPeriod } from "@/lib/directory/school-calendar";
import { dayAfter } from "@/lib/shared/plain-days";

/** Longer than this nobody counts; it is reached long before. */
const mostDays = 800;

export interface Contiguous {
  /** Null: not reached. */
  readonly reachedOn: string | null;
  readonly days: number;
}

/** Absence on end in calendar days: holidays run on, blocks and internships neither break nor lengthen it (settled 38). */
export function countContiguous(
  absence: { readonly firstDay: string; readonly lastDay: string },
  limit: number,
  periods: readonly PlainPeriod[],
): Contiguous {
  const pauses = periods.filter(({ kind }) => kind === "block" || kind === "internship");
  let days = 0;
  let reachedOn: string | null = null;
  for (let day = absence.firstDay; day <= absence.lastDay && days < mostDays; day = dayAfter(day, 1)) {
    if (pauses.some((pause) => pause.firstDay <= day && day <= pause.lastDay)) continue;
    days += 1;
    if (days === limit) reachedOn = day;
  }
  return { reachedOn, days };
}
