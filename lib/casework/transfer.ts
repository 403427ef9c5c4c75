import type { DutyRegime } from "@/lib/directory/regime";
import type { AbsenceTypeCode } from "@/lib/reports/absence-types";
import { addDays, birthday, type CalendarDate } from "@/lib/shared/calendar-date";
import { lastDayInTime } from "@/lib/shared/working-days";
import type { Status } from "@/lib/timeline/statuses";
import type { StoryEntry } from "@/lib/timeline/story";
import type { TransferReason } from "./transfer-reasons";

/** Working days within which the other office answers; see docs/decisions. */
export const answerTermDays = 10;

/** So many days before somebody turns 18 the regional point may be asked already. */
export const eighteenInSightDays = 31;

const duties: readonly DutyRegime[] = ["compulsory", "qualification", "over_18"];

/** The last day on which an answer to this offer is in time. */
export function answerDueOn(offeredAt: Date): CalendarDate {
  return lastDayInTime(offeredAt, answerTermDays);
}

/** Does this person turn 18 within a month, or is he 18 already? */
export function isEighteenInSight(birthDate: CalendarDate, today: CalendarDate): boolean {
  return birthday(birthDate, 18) <= addDays(today, eighteenInSightDays);
}

/**
 * For which duties another office may get the report: the one under which it was filed, and that of an adult for who
 * is or soon turns 18. A report that was placed by hand without a duty may go to any office.
 */
export function dutiesOf(regime: string, birthDate: CalendarDate, today: CalendarDate): readonly DutyRegime[] {
  const filed = duties.filter((duty) => duty === regime);
  if (filed.length === 0) return duties;
  return isEighteenInSight(birthDate, today) ? [...new Set<DutyRegime>([...filed, "over_18"])] : filed;
}

/** What the office that is asked may know before it answers: enough to say yes or no, and no notes, words or files. */
export interface OfferView {
  readonly reference: string;
  readonly version: number;
  readonly status: Status;
  readonly fromName: string;
  readonly reason: TransferReason | null;
  /** Words of the office that asks, for the office that answers. */
  readonly note: string | null;
  readonly dueOn: CalendarDate;
  readonly studentName: string;
  readonly birthDate: CalendarDate;
  readonly type: AbsenceTypeCode;
  readonly firstDay: CalendarDate;
  /** Null: not back yet. */
  readonly lastDay: CalendarDate | null;
  readonly hoursTotal: number;
  readonly schoolName: string;
  readonly isProtected: boolean;
  /** Other reports of this student that the same office offers: one case, one answer. */
  readonly otherCount: number;
  readonly mayAnswer: boolean;
}

/** What an office keeps of a report that it gave away. */
export interface LookBackView {
  readonly reference: string;
  readonly toName: string;
  readonly handedOverAt: Date;
  readonly timeline: readonly StoryEntry[];
}

/** The offer that waits, for the office that made it. */
export interface OwnOffer {
  readonly toName: string;
  readonly dueOn: CalendarDate;
}

/** One report between two offices, in a list. */
export interface TransferLine {
  readonly reference: string;
  readonly otherOffice: string;
  readonly kind: "referral" | "transfer";
  /** Offered, or given away. */
  readonly at: Date;
  /** The last day of the answer. */
  readonly dueOn: CalendarDate;
}

export interface TransferLists {
  readonly incoming: readonly TransferLine[];
  readonly outgoing: readonly TransferLine[];
  readonly gone: readonly TransferLine[];
}
