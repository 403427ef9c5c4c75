import { type CalendarDate, calendarDate } from "@/lib/shared/calendar-date";
import type { TimelineEvent } from "@/lib/timeline/events";

/** The first day on which an answer of the school must be there; null: nothing is asked of it now. */
export function answerAwaitedBy(timeline: readonly { readonly event: TimelineEvent }[]): CalendarDate | null {
  const open = new Map<string, CalendarDate>();
  for (const { event } of timeline) {
    if (event.kind === "asked" || event.kind === "ask_reopened")
      open.set(event.data.request, calendarDate.parse(event.data.dueOn));
    if (event.kind === "answered" || event.kind === "ask_dropped") open.delete(event.data.request);
  }
  return [...open.values()].toSorted()[0] ?? null;
}
