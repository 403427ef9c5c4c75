import { type Leave, whoTakes } from "@/lib/routing/availability";
import { type CalendarDate, endOfDay, startOfDay } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import {
  addWorkingDays,
  isWorkingDay,
  noFreeDays,
  type OwnFreeDays,
  workingDaysBefore,
} from "@/lib/shared/working-days";

/** After so many working days over its term a report is told to whoever leads the team. */
const escalationDays = 2;
/** Nobody is reminded before this hour of the morning. */
const firstHour = 7;

export interface ReminderMoments {
  /** The end of the days that are near. */
  readonly soonUntil: Date;
  /** What was over its term before this moment is told to who leads the team. */
  readonly escalatedBefore: Date;
}

/** Null: no time to remind anybody, because the office is closed or the day has not begun. */
export function reminderMoments({ at, today }: Now, own: OwnFreeDays = noFreeDays): ReminderMoments | null {
  const morning = new Date(startOfDay(today).getTime() + firstHour * 3_600_000);
  if (!isWorkingDay(today, own) || at < morning) return null;
  return {
    soonUntil: endOfDay(addWorkingDays(today, 1, own)),
    escalatedBefore: startOfDay(workingDaysBefore(today, escalationDays, own)),
  };
}

/** What is near or over its term in the hands of one officer, or of nobody. */
export interface TermPile {
  /** Null: the shared inbox. */
  readonly officerId: string | null;
  readonly isProtected: boolean;
  readonly soon: number;
  readonly over: number;
  readonly escalated: number;
}

export interface Reminded {
  readonly id: string;
  readonly leads: boolean;
  readonly protectedCases: boolean;
  readonly leaves: readonly Leave[];
}

export interface Reminder {
  readonly accountId: string;
  readonly soonCount: number;
  readonly overCount: number;
  readonly escalatedCount: number;
}

/**
 * Who hears of what: the officer, or who stands in for him; who leads the team hears of what nobody has in hand, of
 * officers who are away without a deputy, and of what is over its term for too long. Of a protected case only those
 * who are named for such cases.
 */
export function remindersOf(
  piles: readonly TermPile[],
  team: readonly Reminded[],
  today: CalendarDate,
): readonly Reminder[] {
  const counts = new Map<string, Reminder>();
  const add = (accountId: string, more: Partial<Reminder>) => {
    const known = counts.get(accountId) ?? { accountId, soonCount: 0, overCount: 0, escalatedCount: 0 };
    counts.set(accountId, {
      accountId,
      soonCount: known.soonCount + (more.soonCount ?? 0),
      overCount: known.overCount + (more.overCount ?? 0),
      escalatedCount: known.escalatedCount + (more.escalatedCount ?? 0),
    });
  };
  for (const pile of piles) {
    const mayHear = team.filter(({ protectedCases }) => protectedCases || !pile.isProtected);
    const leads = mayHear.filter((one) => one.leads);
    const holder = holderOf(pile.officerId, mayHear, today);
    if (holder !== null) add(holder, { soonCount: pile.soon, overCount: pile.over });
    const share = holder === null ? { soonCount: pile.soon, overCount: pile.over } : { escalatedCount: pile.escalated };
    for (const { id } of leads) if (id !== holder) add(id, share);
  }
  return [...counts.values()].filter((one) => one.soonCount + one.overCount + one.escalatedCount > 0);
}

/** Null: nobody has it in hand today. */
function holderOf(officerId: string | null, team: readonly Reminded[], today: CalendarDate): string | null {
  const workers = new Map(
    team.map(({ id, leaves }) => [id, { id, leaves, openReports: 0, workDays: [], caseCap: null, noNewFrom: null }]),
  );
  const officer = officerId === null ? undefined : workers.get(officerId);
  return officer === undefined ? null : (whoTakes(officer, workers, today)?.officer.id ?? null);
}
