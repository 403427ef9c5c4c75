import type { Label } from "@/lib/i18n/locale";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import type { Status } from "@/lib/timeline/statuses";
import type { Chart } from "./address";
import type { Correction } from "./closing";
import type { Rhythm } from "./rhythms";
import type { Place, Selection } from "./selection";
import type { FigureTable } from "./table";

/** How many schools a view knows of, and how many of those reported in its period. */
export interface Coverage {
  readonly reporting: number;
  readonly schools: number;
}

/** A view with its figures, ready for a page, a chart or a file. */
export interface FigureView {
  readonly selection: Selection;
  readonly table: FigureTable;
  /** The place that it is about. Null: the own organisation. */
  readonly placeName: Label | null;
  /** Null: nothing was counted yet. */
  readonly countedAt: Date | null;
  /** Null: of the own organisation, or no school stands there. */
  readonly coverage: Coverage | null;
  /** Months that do not change any more. */
  readonly closedMonths: readonly string[];
  /** What changed in them since. */
  readonly corrections: readonly Correction[];
}

export interface PlaceChoice {
  readonly place: Place;
  readonly label: Label;
}

/** More than this nobody reads one by one. */
export const mostCases = 200;

/** One of the reports that a figure counts: by its reference, as in every list outside a case. */
export interface CaseBehind {
  readonly reference: string;
  readonly type: string;
  readonly filedOn: CalendarDate;
  readonly status: Status;
  /** Null: the enrolment names no class or group. */
  readonly studentGroup: string | null;
}

/** A view that was kept by name. */
export interface KeptView {
  readonly id: string;
  readonly name: string;
  readonly isShared: boolean;
  readonly isOwn: boolean;
  readonly chart: Chart;
  readonly selection: Selection;
  /** Null: the viewer gets no mail about it. */
  readonly rhythm: Rhythm | null;
}
