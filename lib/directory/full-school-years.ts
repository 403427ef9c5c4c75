import { addDays, type CalendarDate } from "@/lib/shared/calendar-date";

interface Span {
  readonly firstDay: CalendarDate;
  /** Null: still enrolled. */
  readonly lastDay: CalendarDate | null;
}

// The summer holiday lies between these days in every region and year, so that a year at school is a full one
// whether its enrolment is dated from 1 August or from the first lesson.
const latestBegin = "09-05";
const earliestEnd = "07-01";
/** Somebody who leaves on Friday and begins on Monday was at school all year. */
const daysBetweenSchoolsMax = 3;
const farAhead = "9999-12-31";

/** The 31 July on which this many full school years were completed; null when they never were. */
export function endOfFullSchoolYears(enrolments: readonly Span[], years: number): string | null {
  const first = earliestDay(enrolments);
  if (first === null) return null;
  const spans = joined(enrolments);
  let completed = 0;
  const firstYear = Number(first.slice(0, 4)) - 1;
  for (let year = firstYear; year < firstYear + maxYears; year++) {
    if (spans.some((span) => isFullYear(span, year))) completed++;
    if (completed === years) return `${year + 1}-07-31`;
  }
  return null;
}

/** Nobody is at school for longer than this before an age limit ends the question. */
const maxYears = 30;

function isFullYear(span: { firstDay: string; lastDay: string }, year: number): boolean {
  return span.firstDay <= `${year}-${latestBegin}` && span.lastDay >= `${year + 1}-${earliestEnd}`;
}

function earliestDay(enrolments: readonly Span[]): CalendarDate | null {
  return enrolments.reduce<CalendarDate | null>(
    (earliest, { firstDay }) => (earliest === null || firstDay < earliest ? firstDay : earliest),
    null,
  );
}

/** The periods at any school, those that follow each other at once taken together. */
function joined(enrolments: readonly Span[]): { firstDay: string; lastDay: string }[] {
  const spans: { firstDay: string; lastDay: string }[] = [];
  for (const { firstDay, lastDay } of [...enrolments].sort((a, b) => (a.firstDay < b.firstDay ? -1 : 1))) {
    const before = spans.at(-1);
    const end = lastDay ?? farAhead;
    if (before === undefined || addDays(firstDay, -daysBetweenSchoolsMax) > before.lastDay) {
      spans.push({ firstDay, lastDay: end });
    } else if (end > before.lastDay) {
      before.lastDay = end;
    }
  }
  return spans;
}
