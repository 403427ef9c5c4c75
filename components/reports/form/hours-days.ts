import { hoursOfParts } from "@/lib/reports/day-parts";
import { type FormValues, textIn, textsIn } from "@/lib/reports/form-values";
import { type HourDay, type HourWeek, readShortDay, weeksOf } from "@/lib/reports/hour-weeks";
import { hoursOfLessons, hoursOfWholeDay, inHundredths, type LessonSettings } from "@/lib/reports/lesson-hours";
import type { CountedDay } from "@/lib/reports/sixteen-hours";
import type { ReportFormState } from "./form-state";
import type { FormText } from "./form-text";

export type HourPeriod = ReportFormState["period"];

/** The period as it stands in the form now; what only the server can read stays as the server read it. */
export function periodTyped(values: FormValues, today: string, known: HourPeriod): HourPeriod {
  const first = readShortDay(textIn(values, "firstDay"));
  if (first === null) return known;
  const last = readShortDay(textIn(values, "lastDay")) ?? today;
  return first > last ? null : { firstDay: first, lastDay: last };
}

export function weeksIn(period: HourPeriod, counting: ReportFormState["counting"]): readonly HourWeek[] {
  return period === null ? [] : weeksOf(period.firstDay, period.lastDay, counting?.periods);
}

const hourField = /^(whole|lesson|clock|part)\.(\d{4}-\d{2}-\d{2})$/;

/** What is ticked and typed so far, by day, as the report will count it. */
export function countedDays(values: FormValues, settings: LessonSettings): readonly CountedDay[] {
  const days = new Set(Object.keys(values).flatMap((name) => hourField.exec(name)?.[2] ?? []));
  return [...days].map((day) => ({ day, hours: hoursTyped(values, day, settings) })).filter(({ hours }) => hours > 0);
}

function hoursTyped(values: FormValues, day: string, settings: LessonSettings): number {
  const given = (kind: string) => textsIn(values, `${kind}.${day}`).filter((text) => text.trim() !== "");
  if (given("whole").length > 0) return hoursOfWholeDay(day, settings);
  const lessons = given("lesson").length;
  if (lessons > 0) return hoursOfLessons(lessons, settings);
  return Number(given("clock")[0]?.replace(",", ".")) || hoursOfParts(given("part"));
}

export function countHours(values: FormValues, settings: LessonSettings): number {
  return inHundredths(countedDays(values, settings).reduce((sum, { hours }) => sum + hours, 0));
}

/** "ma 5", for the head of a column */
export function shortDay(day: string, text: FormText["hours"]): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return `${text.weekdays.split(",")[weekday] ?? ""} ${Number(day.slice(8))}`;
}

/** "5 oktober", for the name of a week */
export function longDay(day: string, text: FormText["hours"]): string {
  return `${Number(day.slice(8))} ${text.months.split(",")[Number(day.slice(5, 7)) - 1] ?? ""}`;
}

/** Why a day has no lessons: its own name, or what kind of day it is. */
export function offName(day: Pick<HourDay, "off"> | undefined, text: FormText["hours"]): string {
  const off = day?.off ?? null;
  return off === null || off.kind === "weekend" ? text.closed : (off.name ?? text.off[off.kind]);
}
