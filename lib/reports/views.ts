import type { Regime } from "@/lib/directory/regime";
import type { Because } from "@/lib/routing/route";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import type { TimelineEvent } from "@/lib/timeline/events";
import type { PromiseClock } from "@/lib/timeline/promise";
import type { Status } from "@/lib/timeline/statuses";
import type { AbsenceTypeCode } from "./absence-types";
import type { CloseNote, CloseReason, ReasonCode, SchoolActionCode } from "./codes";
import type { LadderSteps } from "./ladder-fields";

/** One line of the school's own list. */
export interface ReportLine {
  readonly reference: string;
  readonly studentName: string;
  readonly group: string | null;
  readonly ownReference: string | null;
  readonly type: AbsenceTypeCode;
  readonly firstDay: CalendarDate;
  readonly locationName: string;
  readonly status: Status;
  readonly filedAt: Date;
  readonly changedAt: Date;
  readonly dueAt: Date;
  readonly hasReaction: boolean;
  /** The clock stood still before the promise was over. */
  readonly isStill: boolean;
  /** The office is not for the school to know (a protected address). */
  readonly isOfficeHidden: boolean;
  /** Null: unroutable, or hidden. */
  readonly officeName: string | null;
  /** Null: the shared inbox, or not for the school to know. */
  readonly officerName: string | null;
}

export interface AbsentDayView {
  readonly day: CalendarDate;
  readonly hours: number;
  readonly lessons: readonly number[];
  readonly wholeDay: boolean;
}

export interface TimelineEntry {
  readonly event: TimelineEvent;
  /** Null: no words, or not for this reader. */
  readonly note: string | null;
}

/** What this viewer may do with this report, as the policy and the table of statuses say. */
export interface ReportAllows {
  readonly correct: boolean;
  readonly withdraw: boolean;
  readonly confirm: boolean;
  readonly followUp: boolean;
  readonly urge: boolean;
  readonly take: boolean;
  readonly record: boolean;
  /** That a talk does not take place is said when the report is over, too. */
  readonly callOff: boolean;
  readonly pause: boolean;
  readonly resume: boolean;
  readonly extend: boolean;
  readonly acknowledge: boolean;
  readonly close: boolean;
  readonly reopen: boolean;
  readonly assign: boolean;
  readonly refer: boolean;
  readonly transfer: boolean;
  readonly ask: boolean;
  readonly attach: boolean;
  readonly dossier: boolean;
}

/** A report as one viewer may see it. */
export interface ReportView {
  readonly id: string;
  readonly reference: string;
  readonly version: number;
  readonly status: Status;
  readonly type: AbsenceTypeCode;
  readonly regime: Regime;
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate | null;
  readonly hoursTotal: number;
  readonly days: readonly AbsentDayView[];
  readonly arrivals: readonly { readonly day: CalendarDate; readonly minutes: number }[];
  readonly student: {
    readonly name: string;
    readonly birthDate: CalendarDate;
    readonly group: string | null;
    readonly numberHint: string;
  };
  readonly school: {
    readonly name: string;
    readonly locationName: string;
    readonly locationCode: string;
    readonly city: string;
  };
  readonly reasonCode: ReasonCode;
  readonly reason: string | null;
  readonly explanation: string | null;
  readonly schoolActions: readonly SchoolActionCode[];
  readonly schoolActionsNote: string | null;
  readonly actionWanted: boolean;
  readonly noActionReason: string | null;
  readonly urgentReason: string | null;
  readonly contact: {
    readonly name: string;
    readonly function: string | null;
    readonly email: string | null;
    readonly phone: string | null;
  };
  readonly parentPhone: string | null;
  readonly stay: Readonly<Record<string, string>> | null;
  readonly ownReference: string | null;
  readonly reporterName: string;
  /** Whether the school must still say that what the office wrote down is right. */
  readonly confirmation: "not-needed" | "asked" | "given";
  readonly followUpTo: string | null;
  readonly filedAt: Date;
  readonly dueAt: Date;
  readonly firstReactionAt: Date | null;
  readonly clock: PromiseClock;
  readonly closeReason: CloseReason | null;
  readonly closeNote: CloseNote | null;
  readonly isProtected: boolean;
  /** Null: unroutable, or not for the school to know. */
  readonly office: {
    readonly code: string;
    readonly name: string;
    readonly email: string;
    readonly phone: string | null;
  } | null;
  readonly officer: { readonly id: string; readonly name: string; readonly email: string } | null;
  readonly outcome: "assigned" | "unroutable";
  readonly because: readonly Because[];
  readonly timeline: readonly TimelineEntry[];
  /** More happened before the first entry of the timeline; it was not asked for. */
  readonly hasEarlierEvents: boolean;
  readonly allows: ReportAllows;
}

/** What a municipality says of late arrival. */
export interface MunicipalityLadder {
  readonly code: string;
  readonly name: string;
  readonly steps: LadderSteps;
}
