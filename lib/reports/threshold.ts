import { isSchoolDay, type PlainPeriod } from "@/lib/directory/school-calendar";
import { dayAfter } from "@/lib/shared/plain-days";
import type { AbsenceTypeCode } from "./absence-types";
import { countContiguous } from "./contiguous";
import type { LadderStep } from "./late-ladder";
import { lastDayToReport, schoolDaysLate } from "./report-lateness";
import { type CountedDay, countSixteenHours } from "./sixteen-hours";
import { restartingTypes, type ThresholdRuleCode, thresholdRuleOf, thresholdRules } from "./threshold-rules";

/** An earlier report of the same student at the same school. */
export interface EarlierReport {
  /** Null: not for this reader to know. */
  readonly reference: string | null;
  readonly type: string;
  readonly firstDay: string;
  /** Null: not back when it was filed, and not since. */
  readonly lastDay: string | null;
  readonly filedOn: string;
  readonly days: readonly CountedDay[];
}

/** What stands around a report and decides how its days count. */
export interface Counting {
  readonly periods: readonly PlainPeriod[];
  readonly earlier: readonly EarlierReport[];
  /** Days after which the school reports students over 18; the law's own when null. */
  readonly over18Days: number | null;
  /** Days of the times late that were reported before. */
  readonly lateDays: readonly string[];
  /** What holds at this school, the first step first. */
  readonly ladder: readonly LadderStep[];
}

export interface CountedAbsence {
  readonly type: AbsenceTypeCode;
  readonly firstDay: string;
  /** Null: not back yet. */
  readonly lastDay: string | null;
  readonly days: readonly CountedDay[];
}

export interface Threshold {
  readonly rule: ThresholdRuleCode;
  readonly limit: number;
  /** Hours in the window, or days on end. */
  readonly amount: number;
  /** The first day of the window or of the absence. */
  readonly from: string;
  /** Null: not reached. */
  readonly reachedOn: string | null;
  /** Null: not reached. */
  readonly lastDayInTime: string | null;
  /** School days too late on the day asked about. */
  readonly daysLate: number;
  /** Hours on days without lessons, which do not count. */
  readonly outside: number;
  /** The count began the day after this report. Null: there is none. */
  readonly restart: Restart | null;
}

export interface Restart {
  /** Null: not for this reader to know. */
  readonly reference: string | null;
  readonly lastDay: string;
  /** In absence that goes on, the first day on which the next report may be made. Null: the student was back. */
  readonly nextFrom: string | null;
}

/** Where a report stands against its threshold on a day. Null: its type has none. */
export function thresholdOf(absence: CountedAbsence, counting: Counting, on: string): Threshold | null {
  const rule = thresholdRuleOf(absence.type);
  if (rule === null) return null;
  const restart = restartBefore(absence.firstDay, counting);
  const counted =
    rule === "sixteen_hours" ? ofHours(absence, counting, restart) : ofDays(absence, counting, { rule, on });
  const { reachedOn } = counted;
  return {
    rule,
    restart,
    ...counted,
    lastDayInTime: reachedOn === null ? null : lastDayToReport(reachedOn, counting.periods),
    daysLate: reachedOn === null ? 0 : schoolDaysLate(reachedOn, on, counting.periods),
  };
}

/** The report after which the count began anew: the last one that ended before this absence. */
export function restartBefore(firstDay: string, { earlier, periods }: Counting): Restart | null {
  const ended = earlier
    .filter(({ type }) => restartingTypes.includes(type))
    .map((report) => ({ reference: report.reference, lastDay: lastDayOf(report) }))
    .filter(({ lastDay }) => lastDay < firstDay)
    .sort((one, other) => (one.lastDay < other.lastDay ? 1 : -1));
  const [last] = ended;
  if (last === undefined) return null;
  return { ...last, nextFrom: goesOn(last.lastDay, firstDay, periods) ? dayAfter(last.lastDay, 7) : null };
}

/** An earlier report without an end tells what had happened when it was filed. */
function lastDayOf({ lastDay, days, filedOn }: EarlierReport): string {
  return (
    lastDay ??
    days
      .map(({ day }) => day)
      .sort()
      .at(-1) ??
    filedOn
  );
}

/** No day of lessons lies between the two: the student did not come back. */
function goesOn(lastDay: string, firstDay: string, periods: readonly PlainPeriod[]): boolean {
  for (let day = dayAfter(lastDay, 1); day < firstDay; day = dayAfter(day, 1))
    if (isSchoolDay(day, periods)) return false;
  return true;
}

function ofHours(absence: CountedAbsence, counting: Counting, restart: Restart | null) {
  const since = restart === null ? "" : dayAfter(restart.lastDay, 1);
  const signals = counting.earlier.filter(({ type }) => !restartingTypes.includes(type)).flatMap(({ days }) => days);
  const sinceThen = (days: readonly CountedDay[]) => days.filter(({ day }) => day >= since);
  const { reachedOn, window, outside } = countSixteenHours(
    sinceThen(absence.days),
    sinceThen(signals),
    counting.periods,
  );
  const { limit } = thresholdRules.sixteen_hours;
  const monday = window?.firstMonday ?? absence.firstDay;
  // The later of the two: a window begins no sooner than the count.
  const [from = since] = [monday, since].sort().slice(-1);
  return { limit, reachedOn, outside, amount: window?.hours ?? 0, from };
}

interface Asked {
  readonly rule: "long_term" | "over_18";
  readonly on: string;
}

function ofDays({ firstDay, lastDay }: CountedAbsence, { periods, over18Days }: Counting, { rule, on }: Asked) {
  const limit = rule === "over_18" && over18Days !== null ? over18Days : thresholdRules[rule].limit;
  const until = lastDay !== null && lastDay < on ? lastDay : on;
  const { days, reachedOn } = countContiguous({ firstDay, lastDay: until }, limit, periods);
  return { limit, reachedOn, amount: days, from: firstDay, outside: 0 };
}
