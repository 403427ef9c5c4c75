import { type CalendarDate, weekdayOf } from "@/lib/shared/calendar-date";

export const holidayRegions = ["noord", "midden", "zuid"] as const;

/** A block is a time of practice or tests without lessons; free days are the school's own. */
export const calendarKinds = ["holiday", "block", "free"] as const;

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

/** Monday to Friday, outside every period of these calendars. */
export function isSchoolDay(day: CalendarDate, periods: readonly CalendarPeriod[]): boolean {
  return weekdayOf(day) <= 5 && periods.every((period) => day < period.firstDay || day > period.lastDay);
}

function choices(value: string | undefined): readonly (string | undefined)[] {
  return value === undefined ? [undefined] : [undefined, value];
}
