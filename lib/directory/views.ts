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
