import type { CalendarDate } from "@/lib/shared/calendar-date";
import type { Route } from "./route";
import type { SchoolCode } from "./school-code";

/** "Where would this report go?" */
export interface RouteQuestion {
  readonly studentNumber: string;
  readonly school: SchoolCode;
  /** The kind of absence. */
  readonly type: string;
  /** The first day of absence. */
  readonly firstDay: CalendarDate;
  readonly filedOn: CalendarDate;
}

export type RouteRefusal = "student-unknown" | "location-unknown" | "sector-needed";

export type RouteAnswer =
  | { readonly ok: true; readonly route: Route }
  | { readonly ok: false; readonly code: RouteRefusal };
