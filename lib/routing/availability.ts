import { type CalendarDate, weekdayOf } from "@/lib/shared/calendar-date";

export interface Leave {
  readonly firstDay: CalendarDate;
  /** Null: until further notice. Otherwise the last day away. */
  readonly lastDay: CalendarDate | null;
  /** Null: nobody stands in. */
  readonly deputyId: string | null;
}

/** How somebody works, as far as it decides who gets a new report. */
export interface WorkTerms {
  readonly id: string;
  readonly openReports: number;
  /** 1 is Monday; empty: all working days. */
  readonly workDays: readonly number[];
  /** Null: no limit to the open reports on this desk. */
  readonly caseCap: number | null;
  /** Null: not leaving. From this day on no new report comes here. */
  readonly noNewFrom: CalendarDate | null;
  readonly leaves: readonly Leave[];
}

export type Absence = "away" | "leaving" | "at-cap";

/** Why somebody gets nothing new on this day; null: nothing in the way. A free weekday is nothing in the way. */
export function absenceOf(officer: WorkTerms, day: CalendarDate): Absence | null {
  if (leavesOn(officer, day).length > 0) return "away";
  if (officer.noNewFrom !== null && officer.noNewFrom <= day) return "leaving";
  if (officer.caseCap !== null && officer.caseCap <= officer.openReports) return "at-cap";
  return null;
}

/** Part-time days only break ties: a report waits for days, so who is in tomorrow is not passed over. */
export function worksOn({ workDays }: WorkTerms, day: CalendarDate): boolean {
  return workDays.length === 0 || workDays.includes(weekdayOf(day));
}

interface Standing<Officer> {
  readonly officer: Officer;
  readonly standsIn: boolean;
}

/**
 * Who takes what is meant for this officer: himself, or whoever stands in, or whoever stands in for that one. Only
 * people of the team; a chain that comes back to somebody leads to nobody.
 */
export function whoTakes<Officer extends WorkTerms>(
  officer: Officer,
  team: ReadonlyMap<string, Officer>,
  day: CalendarDate,
): Standing<Officer> | null {
  const absence = absenceOf(officer, day);
  if (absence === null) return { officer, standsIn: false };
  const deputy = absence === "away" ? deputyOf(officer, { team, day, seen: new Set([officer.id]) }) : null;
  return deputy === null ? null : { officer: deputy, standsIn: true };
}

interface Chain<Officer> {
  readonly team: ReadonlyMap<string, Officer>;
  readonly day: CalendarDate;
  readonly seen: Set<string>;
}

function deputyOf<Officer extends WorkTerms>(away: Officer, chain: Chain<Officer>): Officer | null {
  for (const { deputyId } of leavesOn(away, chain.day)) {
    const deputy = deputyId === null || chain.seen.has(deputyId) ? undefined : chain.team.get(deputyId);
    const found = deputy === undefined ? null : takerBehind(deputy, chain);
    if (found !== null) return found;
  }
  return null;
}

function takerBehind<Officer extends WorkTerms>(deputy: Officer, chain: Chain<Officer>): Officer | null {
  chain.seen.add(deputy.id);
  const absence = absenceOf(deputy, chain.day);
  if (absence === null) return deputy;
  return absence === "away" ? deputyOf(deputy, chain) : null;
}

/** The leave that began last comes first; where two began together, by deputy, so that the order of rows is no matter. */
function leavesOn({ leaves }: WorkTerms, day: CalendarDate): readonly Leave[] {
  if (leaves.length === 0) return leaves;
  const now = leaves.filter(({ firstDay, lastDay }) => firstDay <= day && (lastDay === null || day <= lastDay));
  return now.length < 2 ? now : now.sort(byBeginning);
}

function byBeginning(a: Leave, b: Leave): number {
  if (a.firstDay !== b.firstDay) return a.firstDay < b.firstDay ? 1 : -1;
  return (a.deputyId ?? "") < (b.deputyId ?? "") ? -1 : 1;
}
