import { addDays, type CalendarDate } from "@/lib/shared/calendar-date";

/** A period in which an office has one duty of one municipality. Both days belong to it. */
export interface HeldPeriod {
  readonly id: string;
  readonly officeId: string;
  readonly from: CalendarDate;
  /** Null: until further notice. */
  readonly until: CalendarDate | null;
}

/** What must be written so that one office has the duty from a day on. */
export interface CompetencePlan {
  readonly ends: readonly { readonly id: string; readonly until: CalendarDate }[];
  /** Periods that would begin on that day, and so never hold. */
  readonly drops: readonly string[];
  /** Null: the office has it already. */
  readonly begins: { readonly from: CalendarDate; readonly until: CalendarDate | null } | null;
}

export function holdersOn(periods: readonly HeldPeriod[], day: CalendarDate): readonly HeldPeriod[] {
  return periods.filter(({ from, until }) => from <= day && (until === null || day <= until));
}

/**
 * From this day on exactly this office has the duty, until whatever was arranged for later begins. Nothing changes
 * before the day. So a municipality never loses its office: it only gets another one.
 */
export function planCompetence(periods: readonly HeldPeriod[], officeId: string, from: CalendarDate): CompetencePlan {
  const holders = holdersOn(periods, from);
  const later = periods.map((period) => period.from).filter((begin) => begin > from);
  const next = later.sort()[0];
  const until = next === undefined ? null : addDays(next, -1);
  const [only, second] = holders;
  if (only !== undefined && second === undefined && only.officeId === officeId && only.until === until) {
    return { ends: [], drops: [], begins: null };
  }
  return {
    ends: holders.filter((one) => one.from < from).map(({ id }) => ({ id, until: addDays(from, -1) })),
    drops: holders.filter((one) => one.from === from).map(({ id }) => id),
    begins: { from, until },
  };
}

/** A stretch of days, from today on, on which nobody has the duty, or several do. */
export interface CompetenceFault {
  readonly kind: "gap" | "overlap";
  readonly from: CalendarDate;
  /** Null: until further notice. */
  readonly until: CalendarDate | null;
}

/** All gaps and overlaps from this day on, in order. */
export function competenceFaults(periods: readonly HeldPeriod[], today: CalendarDate): readonly CompetenceFault[] {
  const begins = periods.map(({ from }) => from);
  const ends = periods.flatMap(({ until }) => (until === null ? [] : [addDays(until, 1)]));
  const turns = [...new Set([today, ...begins, ...ends])].filter((day) => day >= today).sort();
  return turns.flatMap((from, place) => {
    const next = turns[place + 1];
    const count = new Set(holdersOn(periods, from).map(({ officeId }) => officeId)).size;
    if (count === 1) return [];
    return [{ kind: count === 0 ? "gap" : "overlap", from, until: next === undefined ? null : addDays(next, -1) }];
  });
}
