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

export function totalsOf(lines: readonly CaseLine[]): CaseTotals {
  const counted = lines.filter(({ status }) => status !== "withdrawn");
  return {
    reportCount: counted.length,
    openCount: counted.filter(({ status }) => statuses[status].open).length,
    hours: counted.reduce((sum, { hoursTotal }) => sum + hoursTotal, 0),
    arrivalCount: counted.reduce((sum, { arrivalCount }) => sum + arrivalCount, 0),
  };
}
