import { addDays, type CalendarDate } from "@/lib/shared/calendar-date";

/** How long a draft is kept after it was last saved; the term of the day of saving counts (settled 26). */
const draftTerms = [{ from: "2025-08-01", days: 14 }] as const satisfies readonly {
  readonly from: string;
  readonly days: number;
}[];

/** The last day on which a draft is kept that was saved on this day. */
export function lastDayOfDraft(savedOn: CalendarDate): CalendarDate {
  const term = draftTerms.findLast(({ from }) => from <= savedOn) ?? draftTerms[0];
  return addDays(savedOn, term.days);
}
