import { addDays, addMonths, type CalendarDate } from "@/lib/shared/calendar-date";
import { type KindCode, kindCodes } from "./kinds";

/** How many months each kind of paper stays after its report is over, for reports that are over from this day on. */
export interface RetentionTerms {
  readonly from: string;
  readonly months: Readonly<Record<KindCode, number>>;
}

/** What was decided (settled 26), oldest first. What holds when a report is closed, goes on holding for its papers. */
const decided: readonly RetentionTerms[] = [
  { from: "2026-08-01", months: { absence_sheet: 6, letter: 6, statement: 6, other: 6 } },
];

/** The last day on which a paper stays of a report that was over on this day. */
export function keptUntil(kind: KindCode, closedOn: CalendarDate, terms = decided): CalendarDate {
  const held = terms.findLast(({ from }) => from <= closedOn) ?? terms[0];
  return addMonths(closedOn, held?.months[kind] ?? 0);
}

/** Papers of this kind are not kept any more on some day, of reports that were over in this stretch. */
export interface DueClosings {
  readonly kind: KindCode;
  /** Null: from the beginning. */
  readonly from: string | null;
  /** When that is no later than `from`, nothing is. */
  readonly before: string;
}

/** The same rule as `keptUntil`, as what to look for on this day. */
export function dueClosings(today: CalendarDate, terms = decided): readonly DueClosings[] {
  return terms.flatMap(({ from, months }, at) => {
    const next = terms[at + 1]?.from ?? today;
    return kindCodes.map((kind) => ({
      kind,
      from: at === 0 ? null : from,
      before: earliest(firstStillKept(today, months[kind]), next),
    }));
  });
}

function earliest(one: string, other: string): string {
  return one < other ? one : other;
}

/** The first day of closing that is not too long ago. */
function firstStillKept(today: CalendarDate, months: number): CalendarDate {
  const back = addMonths(today, -months);
  return addMonths(back, months) < today ? addDays(back, 1) : back;
}
