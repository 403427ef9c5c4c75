import type { AbsenceTypeCode } from "@/lib/reports/absence-types";
import type { Status } from "@/lib/timeline/statuses";

/** So many cases are shown: whoever gets more types more. */
export const foundMost = 50;

export interface FoundLine {
  readonly reference: string;
  readonly studentName: string;
  readonly type: AbsenceTypeCode;
  readonly locationName: string;
  readonly status: Status;
  readonly filedAt: Date;
  readonly isUrgent: boolean;
  /** Null: the shared inbox. */
  readonly officerName: string | null;
}

export interface FoundSchool {
  readonly sector: string;
  readonly locationCode: string;
  readonly name: string;
  readonly city: string;
  /** Up to one more than the limit of counts. */
  readonly openCount: number;
}

export interface SearchFound {
  readonly lines: readonly FoundLine[];
  /** There are more than are shown. */
  readonly hasMore: boolean;
  readonly schools: readonly FoundSchool[];
}
