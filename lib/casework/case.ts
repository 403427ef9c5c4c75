import type { ResidenceLine } from "@/lib/directory/residence-line";
import type { AbsenceTypeCode } from "@/lib/reports/absence-types";
import type { SeriesLine, SeriesReport } from "@/lib/reports/series";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import { type Status, statuses } from "@/lib/timeline/statuses";
import type { Receipt } from "./receipt";
import type { Signal } from "./signals";
import type { OfficeText } from "./template-kinds";
import type { OwnOffer } from "./transfer";

/** Another report of the same student at the same office. */
export interface CaseLine {
  readonly reference: string;
  readonly type: AbsenceTypeCode;
  readonly firstDay: CalendarDate;
  /** Null: not back yet. */
  readonly lastDay: CalendarDate | null;
  readonly hoursTotal: number;
  readonly arrivalCount: number;
  readonly status: Status;
}

/** What was missed on a day, by one of the reports. */
export interface CaseDay {
  readonly day: CalendarDate;
  readonly hours: number;
  /** Of the report that one looks at. */
  readonly isOwn: boolean;
}

/** Where the student lived, the latest first. */
export type Home = { readonly kind: "known"; readonly lines: readonly ResidenceLine[] } | { readonly kind: "secret" };

export interface CaseTotals {
  readonly reportCount: number;
  readonly openCount: number;
  readonly hours: number;
  readonly arrivalCount: number;
}

/** What stands around one report: the student's other reports at this office, and why it came here. */
export interface CaseView {
  /** The latest absence first, without the report itself. */
  readonly others: readonly CaseLine[];
  /** Those that follow each other around it, the first first; empty when it stands alone. */
  readonly series: readonly SeriesLine[];
  /** Of all of them together, this one included; withdrawn ones do not count. */
  readonly totals: CaseTotals;
  /** The days of all of them, in no order; withdrawn ones do not count. */
  readonly days: readonly CaseDay[];
  /** Null: not for this reader. */
  readonly home: Home | null;
  /** The last decision first. */
  readonly receipts: readonly Receipt[];
  /** Null: offered to nobody. */
  readonly offer: OwnOffer | null;
  /** What the office keeps to say again. */
  readonly texts: readonly OfficeText[];
  /** What the register says and nobody has settled. */
  readonly signals: readonly Signal[];
}

export function caseLineOf({ id: _id, followUpToId: _followed, hours, ...line }: SeriesReport): CaseLine {
  return { ...line, hoursTotal: hours };
}

/** A protected address stays where it is, also when it became one after the report, and its history with it. */
export function homeOf(isProtected: boolean, lines: readonly ResidenceLine[]): Home {
  const isSecret = isProtected || lines.some(({ kind }) => kind === "protected");
  return isSecret ? { kind: "secret" } : { kind: "known", lines };
}

export function totalsOf(lines: readonly CaseLine[]): CaseTotals {
  const counted = lines.filter(({ status }) => status !== "withdrawn");
  return {
    reportCount: counted.length,
    openCount: counted.filter(({ status }) => statuses[status].open).length,
    hours: counted.reduce((sum, { hoursTotal }) => sum + hoursTotal, 0),
    arrivalCount: counted.reduce((sum, { arrivalCount }) => sum + arrivalCount, 0),
  };
}
