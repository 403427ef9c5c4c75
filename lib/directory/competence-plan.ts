import { addDays, type CalendarDate } from "@/lib/shared/calendar-date";

/** Days on which a duty is held. Both belong to it. */
interface Days {
  readonly from: CalendarDate;
  /** Null: until further notice. */
  readonly until: CalendarDate | null;
}

/** A period in which an office has one duty of one municipality. */
export interface HeldPeriod extends Days {
  readonly id: string;
  readonly officeId: string;
}

/** What must be written so that one office has the duty from a day on. */
export interface CompetencePlan {
  readonly ends: readonly { readonly id: string; readonly until: CalendarDate }[];
  /** Periods that would begin on that day, and so never hold. */
  readonly drops: readonly string[];
  /** None: the office has it already. */
  readonly begins: readonly Days[];
}

export function holdersOn<Held extends Days>(periods: readonly Held[], day: CalendarDate): readonly Held[] {
  return periods.filter(({ from, until }) => from <= day && (until === null || day <= until));
}

/**
 * From this day on exactly this office has the duty, but for what was arranged for later. Nothing changes before the
 * day, and no day after it is left to nobody: where a later arrangement ends, the duty comes back to this office.
 */
export function planCompetence(periods: readonly HeldPeriod[], officeId: string, from: CalendarDate): CompetencePlan {
  const holders = holdersOn(periods, from);
  const later = periods.filter((period) => period.from > from);
  const stretches = freeDays(later, from);
  const [only, second] = holders;
  const [first, ...others] = stretches;
  if (only?.officeId === officeId && second === undefined && first?.until === only.until && others.length === 0) {
    return { ends: [], drops: [], begins: [] };
  }
  return {
    ends: holders.filter((one) => one.from < from).map(({ id }) => ({ id, until: addDays(from, -1) })),
    drops: holders.filter((one) => one.from === from).map(({ id }) => id),
    begins: stretches,
  };
}

/** The days from this one on that none of these periods takes. */
function freeDays(taken: readonly Days[], from: CalendarDate): readonly Days[] {
  const turns = turnsOf(taken, from);
  return turns.flatMap((day, place) => {
    const next = turns[place + 1];
    const isFree = holdersOn(taken, day).length === 0;
    return isFree ? [{ from: day, until: next === undefined ? null : addDays(next, -1) }] : [];
  });
}

/** The days from this one on at which something begins or has just ended, and this one itself. */
function turnsOf(periods: readonly Days[], today: CalendarDate): readonly CalendarDate[] {
  const begins = periods.map(({ from }) => from);
  const ends = periods.flatMap(({ until }) => (until === null ? [] : [addDays(until, 1)]));
  return [...new Set([today, ...begins, ...ends])].filter((day) => day >= today).sort();
}

/** A stretch of days, from today on, on which nobody has the duty, or several do. */
export interface CompetenceFault extends Days {
  readonly kind: "gap" | "overlap";
}

/** All gaps and overlaps from this day on, in order. */
export function competenceFaults(periods: readonly HeldPeriod[], today: CalendarDate): readonly CompetenceFault[] {
  const turns = turnsOf(periods, today);
  return turns.flatMap((from, place) => {
    const next = turns[place + 1];
    const count = new Set(holdersOn(periods, from).map(({ officeId }) => officeId)).size;
    if (count === 1) return [];
    return [{ kind: count === 0 ? "gap" : "overlap", from, until: next === undefined ? null : addDays(next, -1) }];
  });
}
