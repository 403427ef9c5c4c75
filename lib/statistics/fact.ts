import type { PlainPeriod } from "@/lib/directory/school-calendar";
import { isAbsenceType } from "@/lib/reports/absence-types";
import { thresholdOf } from "@/lib/reports/threshold";
import { ageOn, type CalendarDate, dayOf, daysBetween } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { workingDayOf, workingDaysBetween } from "@/lib/shared/working-days";
import { ageBandOf, openForOf, outcomeOf } from "./breakdowns";
import { monthOf, schoolYearOf } from "./period";

/** What is read of a report to count it. No name, no number, no words. */
export interface CountedReport {
  readonly id: string;
  readonly version: number;
  readonly studentId: string;
  readonly birthDate: CalendarDate;
  readonly organisationId: string;
  readonly locationId: string;
  readonly sector: string;
  readonly municipalityCode: string | null;
  readonly regionNumber: number | null;
  readonly officeId: string | null;
  readonly isProtected: boolean;
  readonly type: string;
  readonly firstDay: CalendarDate;
  /** Null: not back yet. */
  readonly lastDay: CalendarDate | null;
  readonly days: readonly { readonly day: CalendarDate; readonly hours: number }[];
  /** Days after which this location reports students over 18. Null: the law's own. */
  readonly over18Days: number | null;
  readonly isFollowUp: boolean;
  readonly status: string;
  readonly closeReason: string | null;
  readonly filedAt: Date;
  readonly dueAt: Date;
  readonly firstReactionAt: Date | null;
  /** The office waits for somebody else since this moment. Null: its clock runs. */
  readonly pausedAt: Date | null;
  readonly hasSheet: boolean;
  readonly wasAsked: boolean;
  /** Null: it is not old enough to say. */
  readonly isReportedAgain: boolean | null;
}

const never = new Date("9999-12-31T00:00:00Z");

/** From when a missing reaction is a late one: not while the clock stood still in time. */
export function lateFrom({ dueAt, pausedAt }: Pick<CountedReport, "dueAt" | "pausedAt">): Date {
  return pausedAt !== null && pausedAt <= dueAt ? never : dueAt;
}

/** The fact that is kept of a report. `periods` are those of its location. */
export function factOf(report: CountedReport, periods: readonly PlainPeriod[], { at, today }: Now) {
  const filedOn = dayOf(report.filedAt);
  const outcome = outcomeOf(report);
  return {
    filedOn,
    month: monthOf(filedOn),
    schoolYear: schoolYearOf(filedOn),
    ageBand: ageBandOf(ageOn(report.birthDate, filedOn)),
    outcome,
    openFor: outcome === "open" ? openForOf(daysBetween(filedOn, today)) : "over",
    isWithdrawn: report.status === "withdrawn",
    isFiledInTime: isFiledInTime(report, periods, filedOn),
    isAnsweredInTime: isAnsweredInTime(report, at),
    reactionDays:
      report.firstReactionAt === null
        ? null
        : workingDaysBetween(workingDayOf(report.filedAt), dayOf(report.firstReactionAt)),
  };
}

/**
 * By the same count as on the page of a report, but of this report alone (see docs/decisions). Null: its type has no
 * threshold, or its own hours do not reach it.
 */
function isFiledInTime(report: CountedReport, periods: readonly PlainPeriod[], filedOn: CalendarDate): boolean | null {
  const { type, over18Days } = report;
  if (!isAbsenceType(type)) return null;
  const counting = { periods, over18Days, earlier: [], lateDays: [], ladder: [] };
  const threshold = thresholdOf({ ...report, type }, counting, filedOn);
  if (threshold === null || (threshold.rule === "sixteen_hours" && threshold.reachedOn === null)) return null;
  return threshold.daysLate === 0;
}

/** Null while there is still time. */
function isAnsweredInTime(report: CountedReport, at: Date): boolean | null {
  if (report.firstReactionAt !== null) return report.firstReactionAt <= report.dueAt;
  return lateFrom(report) < at ? false : null;
}
