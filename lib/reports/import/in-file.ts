import type { CalendarDate } from "@/lib/shared/calendar-date";
import type { Problem } from "@/lib/shared/problem";
import { firstDayOf } from "../filing";
import type { ReportInput } from "../input";
import { lastDayOf } from "../report-rows";

export interface ReadRow {
  readonly line: number;
  readonly input: ReportInput;
  readonly submissionId: string;
}

/**
 * What rows of one sheet say of each other: the same report twice, or two reports of one student over the same days.
 * The first of them is good; each later one has a problem that names it.
 */
export function amongThemselves(rows: readonly ReadRow[], today: CalendarDate): ReadonlyMap<number, Problem> {
  const found = new Map<number, Problem>();
  const firstLine = new Map<string, number>();
  const byStudent = new Map<string, Span[]>();
  for (const { line, input, submissionId } of rows) {
    const same = firstLine.get(submissionId);
    const others = byStudent.get(input.student.number) ?? [];
    const span = spanOf(line, input, today);
    const over = others.find((other) => overlaps(other, span));
    if (same !== undefined) found.set(line, { code: "row-same", facts: { line: same } });
    else if (over !== undefined && !standsBeside(input))
      found.set(line, { code: "row-overlaps", facts: { line: over.line } });
    if (same === undefined) firstLine.set(submissionId, line);
    byStudent.set(input.student.number, [...others, span]);
  }
  return found;
}

interface Span {
  readonly line: number;
  readonly firstDay: string;
  /** Null: not back yet. */
  readonly lastDay: string | null;
  readonly isLate: boolean;
}

function spanOf(line: number, input: ReportInput, today: CalendarDate): Span {
  return {
    line,
    firstDay: firstDayOf(input, today),
    lastDay: lastDayOf(input),
    isLate: input.type === "late_arrival",
  };
}

/** Late arrivals lie beside other absence; they overlap only with each other. */
function overlaps(one: Span, other: Span): boolean {
  if (one.isLate !== other.isLate) return false;
  const begins = (span: Span, last: string | null) => last === null || span.firstDay <= last;
  return begins(one, other.lastDay) && begins(other, one.lastDay);
}

function standsBeside({ separate, followUpTo }: ReportInput): boolean {
  return separate === true || followUpTo !== undefined;
}
