import type { CalendarDate } from "@/lib/shared/calendar-date";
import { addDays } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { fail, ok, type Result } from "@/lib/shared/result";
import type { ReportInput } from "./input";
import type { LessonSettings } from "./lesson-hours";
import type { Counting } from "./threshold";

/** What the desk knows when a report comes in, besides the facts of the router. */
export interface FilingFacts {
  /** The report that this submission id already made, if it did. */
  readonly alreadyFiled: { readonly reference: string } | null;
  /** Own locations that the input may mean; more than one when a code exists in two sectors. */
  readonly locations: readonly ({ readonly id: string } & LessonSettings)[];
  /** Null: unknown, or not enrolled at this school on the first day. The two look the same. */
  readonly student: { readonly id: string; readonly group: string | null } | null;
  /** An own report of the same student on overlapping days. */
  readonly overlapping: { readonly reference: string } | null;
  /** Asked too often for students who are not there; the answer waits, whoever it is about. */
  readonly hasMissedTooOften: boolean;
  /** The own earlier report that this one follows; null when none was named or it is not there. */
  readonly followUpTo: { readonly id: string; readonly reference: string } | null;
  readonly counting: Counting;
}

export interface Filing {
  readonly location: FilingFacts["locations"][number];
  readonly student: NonNullable<FilingFacts["student"]>;
  readonly followUpTo: FilingFacts["followUpTo"];
  readonly firstDay: CalendarDate;
  readonly counting: Counting;
}

/** The first day of absence; of late arrivals that is the first of them. */
export function firstDayOf(input: Pick<ReportInput, "firstDay" | "arrivals">, today: CalendarDate): CalendarDate {
  if (input.firstDay !== undefined) return input.firstDay;
  const [first] = (input.arrivals ?? []).map((arrival) => arrival.day).sort();
  return first ?? today;
}

/** Days may lie up to a year back, so that a school year can still be put right, and never ahead. */
export function checkDays(input: ReportInput, now: Now): Result<CalendarDate> {
  const firstDay = firstDayOf(input, now.today);
  const field = input.firstDay === undefined ? "arrivals" : "firstDay";
  if (firstDay > now.today) return fail({ code: "day-in-future", field });
  if (firstDay < addDays(now.today, -365)) return fail({ code: "day-too-long-ago", field });
  if (input.lastDay !== undefined && input.lastDay > now.today)
    return fail({ code: "day-in-future", field: "lastDay" });
  const days = [...(input.hours ?? []), ...(input.arrivals ?? [])].map((entry) => entry.day);
  if (days.some((day) => day > now.today)) {
    return fail({ code: "day-in-future", field: input.hours === undefined ? "arrivals" : "hours" });
  }
  return ok(firstDay);
}

/** Is this a report that can be filed? Names every refusal at its field. */
export function checkFiling(input: ReportInput, facts: FilingFacts, firstDay: CalendarDate): Result<Filing> {
  const [location, second] = facts.locations;
  if (location === undefined) return fail({ code: "location-unknown", field: "school.location" });
  if (second !== undefined) return fail({ code: "sector-needed", field: "school.sector" });
  if (facts.hasMissedTooOften) return fail({ code: "too-many-lookups", field: "student.number" });
  if (facts.student === null) return fail({ code: "student-unknown", field: "student.number" });
  if (input.followUpTo !== undefined && facts.followUpTo === null) {
    return fail({ code: "follow-up-unknown", field: "followUpTo" });
  }
  if (facts.overlapping !== null && input.separate !== true && facts.followUpTo === null) {
    return fail({ code: "overlapping-report", facts: { reference: facts.overlapping.reference } });
  }
  const { student, followUpTo, counting } = facts;
  return ok({ location, student, followUpTo, firstDay, counting });
}
