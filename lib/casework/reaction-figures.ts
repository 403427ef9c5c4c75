import { addDays, type CalendarDate, firstOfMonth, startOfDay } from "@/lib/shared/calendar-date";
import { noFreeDays, type OwnFreeDays, workingDayOf, workingDaysBetween } from "@/lib/shared/working-days";

/** Reports of one office that were filed on one day and got their first reaction on another. */
export interface ReactionDays {
  readonly filedOn: CalendarDate;
  readonly reactedOn: CalendarDate;
  readonly count: number;
  readonly inTime: number;
}

export interface ReactionFigures {
  readonly count: number;
  readonly inTimeCount: number;
  readonly medianDays: number;
  readonly p90Days: number;
}

/** Working days until the first reaction: the middle one, and what nine in ten did not pass. Null: there was none. */
export function reactionFigures(rows: readonly ReactionDays[], own: OwnFreeDays = noFreeDays): ReactionFigures | null {
  const waits = rows
    .map(({ filedOn, reactedOn, count }) => ({
      days: Math.max(0, workingDaysBetween(workingDayOf(startOfDay(filedOn), own), reactedOn, own)),
      count,
    }))
    .toSorted((one, other) => one.days - other.days);
  const count = waits.reduce((sum, wait) => sum + wait.count, 0);
  if (count === 0) return null;
  const at = (share: number) => daysAt(waits, Math.ceil(count * share));
  return {
    count,
    inTimeCount: rows.reduce((sum, { inTime }) => sum + inTime, 0),
    medianDays: at(0.5),
    p90Days: at(0.9),
  };
}

/** The wait of the report at this place, when the shortest stand first. */
function daysAt(waits: readonly { readonly days: number; readonly count: number }[], place: number): number {
  let seen = 0;
  for (const { days, count } of waits) {
    seen += count;
    if (seen >= place) return days;
  }
  return 0;
}

export interface Period {
  readonly kind: "month" | "quarter";
  readonly startsOn: CalendarDate;
  readonly endsBefore: CalendarDate;
}

/** The months and quarters that are over: so many months back, and the last quarter. The latest last. */
export function closedPeriods(today: CalendarDate, monthCount: number): readonly Period[] {
  const months: Period[] = [];
  let endsBefore = firstOfMonth(today);
  for (let back = 0; back < monthCount; back += 1) {
    const startsOn = firstOfMonth(addDays(endsBefore, -1));
    months.unshift({ kind: "month", startsOn, endsBefore });
    endsBefore = startsOn;
  }
  let quarterEnd = firstOfMonth(today);
  while (Number(quarterEnd.slice(5, 7)) % 3 !== 1) quarterEnd = firstOfMonth(addDays(quarterEnd, -1));
  let startsOn = quarterEnd;
  for (let back = 0; back < 3; back += 1) startsOn = firstOfMonth(addDays(startsOn, -1));
  return [...months, { kind: "quarter", startsOn, endsBefore: quarterEnd }];
}
