import { ageOn, type CalendarDate, dayOf } from "@/lib/shared/calendar-date";
import { workingDayOf, workingDaysBetween } from "@/lib/shared/working-days";
import { ageBandOf, outcomeOf } from "./breakdowns";
import { isFiledInTime, type Span, thresholdDay } from "./lateness";
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
  readonly days: readonly { readonly day: CalendarDate; readonly hours: number }[];
  readonly isFollowUp: boolean;
  readonly status: string;
  readonly closeReason: string | null;
  readonly filedAt: Date;
  readonly dueAt: Date;
  readonly firstReactionAt: Date | null;
  /** The office waits for somebody else since this moment. Null: its clock runs. */
  readonly pausedAt: Date | null;
}

const never = new Date("9999-12-31T00:00:00Z");

/** From when a missing reaction is a late one: not while the clock stood still in time. */
export function lateFrom({ dueAt, pausedAt }: Pick<CountedReport, "dueAt" | "pausedAt">): Date {
  return pausedAt !== null && pausedAt <= dueAt ? never : dueAt;
}

/** The fact that is kept of a report. `holidays` are those of its location. */
export function factOf(report: CountedReport, holidays: readonly Span[], at: Date) {
  const filedOn = dayOf(report.filedAt);
  const threshold = thresholdDay(report);
  return {
    filedOn,
    month: monthOf(filedOn),
    schoolYear: schoolYearOf(filedOn),
    ageBand: ageBandOf(ageOn(report.birthDate, filedOn)),
    outcome: outcomeOf(report),
    isWithdrawn: report.status === "withdrawn",
    isFiledInTime: threshold === null ? null : isFiledInTime(threshold, filedOn, holidays),
    isAnsweredInTime: isAnsweredInTime(report, at),
    reactionDays:
      report.firstReactionAt === null
        ? null
        : workingDaysBetween(workingDayOf(report.filedAt), dayOf(report.firstReactionAt)),
  };
}

/** Null while there is still time. */
function isAnsweredInTime(report: CountedReport, at: Date): boolean | null {
  if (report.firstReactionAt !== null) return report.firstReactionAt <= report.dueAt;
  return lateFrom(report) < at ? false : null;
}
