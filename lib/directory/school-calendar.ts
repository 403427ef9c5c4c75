import type { Label } from "@/lib/i18n/locale";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import { freeDays } from "@/lib/shared/free-days";
import { dayAfter, weekdayNumber } from "@/lib/shared/plain-days";

export const holidayRegions = ["noord", "midden", "zuid"] as const;

/** Why no lessons are given. A block is a time of practice or tests; free days are the school's own. */
export const calendarKinds = ["holiday", "block", "internship", "free", "lessons"] as const;
export type CalendarKind = (typeof calendarKinds)[number];

/** "Lessons" is the one that opens days: the school teaches although the region has a holiday. */
export const calendarKindLabels: Readonly<Record<CalendarKind, Label>> = {
  holiday: { nl: "Vakantie", en: "Holiday" },
  block: { nl: "Blok zonder lessen", en: "Block without lessons" },
  internship: { nl: "Stage", en: "Internship" },
  free: { nl: "Vrije dag van de school", en: "The school's own free day" },
  lessons: { nl: "Toch les", en: "Lessons after all" },
};

interface RegionCalendar {
  readonly holidayRegion: string;
}

/** What is absent holds for all: all locations, all groups, all programmes. */
interface SchoolCalendar {
  readonly brin: string;
  readonly locationCode?: string | undefined;
  readonly group?: string | undefined;
  readonly programmeCode?: string | undefined;
}

export interface CalendarPeriod {
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
  /** One of the kinds above. */
  readonly kind: string;
}

/** The key of a calendar: one line of text, so that a period belongs to exactly one. */
export function calendarOwner(calendar: RegionCalendar | SchoolCalendar): string {
  if ("holidayRegion" in calendar) return `region:${calendar.holidayRegion}`;
  const { brin, locationCode = "", group = "", programmeCode = "" } = calendar;
  return ["school", brin, locationCode, group, programmeCode].map(encodeURIComponent).join(":");
}

/** Every calendar that holds for a student there: the region's, the school's, and those of place, group and programme. */
export function calendarOwners(place: SchoolCalendar & { readonly holidayRegion: string | null }): string[] {
  const owners = choices(place.locationCode).flatMap((locationCode) =>
    choices(place.group).flatMap((group) =>
      choices(place.programmeCode).map((programmeCode) =>
        calendarOwner({ brin: place.brin, locationCode, group, programmeCode }),
      ),
    ),
  );
  return place.holidayRegion === null ? owners : [calendarOwner({ holidayRegion: place.holidayRegion }), ...owners];
}

/** A period as the browser knows it too: plain texts. */
export interface PlainPeriod {
  readonly firstDay: string;
  readonly lastDay: string;
  readonly kind: string;
  /** Null or absent: the period has no name. */
  readonly name?: string | null | undefined;
}

/** Why no lessons are given on a day. */
export interface DayOff {
  readonly kind: Exclude<CalendarKind, "lessons"> | "weekend" | "national";
  /** Null: it has no name. */
  readonly name: string | null;
}

/** Null: a day of lessons. A school that teaches through a holiday of its region says so in its own calendar. */
export function dayOffOn(day: string, periods: readonly PlainPeriod[]): DayOff | null {
  if (weekdayNumber(day) > 5) return { kind: "weekend", name: null };
  if (freeDays.has(day)) return { kind: "national", name: null };
  const held = periods.filter((period) => period.firstDay <= day && day <= period.lastDay);
  const [first] = held;
  if (first === undefined || held.some(({ kind }) => kind === "lessons")) return null;
  return { kind: offKind(first.kind), name: first.name ?? null };
}

/** Monday to Friday, outside every period of these calendars and outside the national free days. */
export function isSchoolDay(day: string, periods: readonly PlainPeriod[]): boolean {
  return dayOffOn(day, periods) === null;
}

/** A week of which no day has lessons is no lesson week. */
export function isLessonWeek(monday: string, periods: readonly PlainPeriod[]): boolean {
  return [0, 1, 2, 3, 4].some((offset) => isSchoolDay(dayAfter(monday, offset), periods));
}

function offKind(kind: string): Exclude<CalendarKind, "lessons"> {
  return kind === "block" || kind === "internship" || kind === "free" ? kind : "holiday";
}

function choices(value: string | undefined): readonly (string | undefined)[] {
  return value === undefined ? [undefined] : [undefined, value];
}
