import type { CalendarDate } from "@/lib/shared/calendar-date";

export interface SchoolLocation {
  readonly id: string;
  readonly name: string;
  readonly brin: string;
  readonly locationCode: string;
  readonly sector: string;
  readonly city: string;
  readonly lessonsPerDay: number;
  /** Monday to Friday; empty: as many on every day. */
  readonly lessonsByWeekday: readonly number[];
  readonly lessonMinutes: number;
}

/** A student of the own school: enough to see that it is the right one. */
export interface OwnStudent {
  readonly id: string;
  readonly name: string;
  readonly birthDate: CalendarDate;
  /** Null: no class or group is named. */
  readonly group: string | null;
  readonly location: Pick<SchoolLocation, "id" | "name" | "brin" | "locationCode" | "sector">;
  /** The last three digits of the number. */
  readonly numberHint: string;
}

export interface OfficeChoice {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: "municipal" | "joint" | "regional";
}

/** A period of a calendar, as its keeper sees it. */
export interface KeptPeriod {
  readonly owner: string;
  readonly kind: string;
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
  /** Null: the period has no name. */
  readonly name: string | null;
  /** Null: the school's own. */
  readonly holidayRegion: string | null;
  /** Null: all locations. */
  readonly locationName: string | null;
  /** Null: all groups. */
  readonly group: string | null;
  /** Null: all programmes. */
  readonly programmeCode: string | null;
}

export interface KeptLocation {
  readonly id: string;
  readonly name: string;
  readonly city: string;
  readonly locationCode: string;
  readonly sector: string;
  readonly lessonsPerDay: number;
  readonly lessonsByWeekday: readonly number[];
  readonly lessonMinutes: number;
  /** Null: the law's own term. */
  readonly over18Days: number | null;
}

export interface SchoolCalendarView {
  readonly own: readonly KeptPeriod[];
  readonly regional: readonly KeptPeriod[];
  readonly locations: readonly KeptLocation[];
}
