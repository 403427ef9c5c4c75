import { ageOn, type CalendarDate, dayOf } from "@/lib/shared/calendar-date";
import { workingDaysUsed } from "@/lib/shared/working-days";
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
}

const longestWait = 1_000;

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
        : workingDaysUsed(report.filedAt, dayOf(report.firstReactionAt), longestWait),
  };
}

/** Null while there is still time. */
function isAnsweredInTime({ firstReactionAt, dueAt }: CountedReport, at: Date): boolean | null {
  if (firstReactionAt !== null) return firstReactionAt <= dueAt;
  return dueAt < at ? false : null;
}
