import type { CalendarDate } from "@/lib/shared/calendar-date";

/** How long papers stay after a report is over, in months; from the day on which it was decided (settled 26). */
const decisions: readonly { readonly from: string; readonly months: number }[] = [{ from: "2026-08-01", months: 6 }];

export function retentionMonths(today: CalendarDate): number {
  const decided = decisions.findLast(({ from }) => from <= today) ?? decisions[0];
  return decided?.months ?? 6;
}

/** Papers of a report that was over before this moment are destroyed. */
export function keptSince(at: Date, months: number): Date {
  const since = new Date(at);
  since.setUTCMonth(since.getUTCMonth() - months);
  return since;
}
