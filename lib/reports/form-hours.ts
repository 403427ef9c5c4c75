import type { CalendarDate } from "@/lib/shared/calendar-date";
import { hoursOfParts } from "./day-parts";
import { type FormValues, textIn, textsIn } from "./form-values";

/** Of one day the form has the lessons by number, a number of hours, ticks for its halves, or the tick "whole day". */
export interface HourEntry {
  readonly day: string;
  readonly lessons?: readonly number[];
  readonly hours?: number;
  readonly wholeDay?: true;
}

const fieldOfDay = /^(?:lesson|clock|part|whole)\.(\d{4}-\d{2}-\d{2})$/;

/** The hours that were filled in, by day; days outside the period are on no screen and stay behind. */
export function hourEntries(
  values: FormValues,
  period: { readonly firstDay?: string | undefined; readonly lastDay?: string | undefined },
  today: CalendarDate,
): readonly HourEntry[] {
  const first = period.firstDay ?? "";
  const last = period.lastDay ?? today;
  return daysIn(values).flatMap((day) => (day < first || day > last ? [] : entryOf(values, day)));
}

function daysIn(values: FormValues): readonly string[] {
  const days = Object.keys(values).flatMap((name) => fieldOfDay.exec(name)?.[1] ?? []);
  return [...new Set(days)].sort();
}

function entryOf(values: FormValues, day: string): readonly HourEntry[] {
  if (textIn(values, `whole.${day}`) !== "") return [{ day, wholeDay: true }];
  const lessons = textsIn(values, `lesson.${day}`).map(Number);
  if (lessons.length > 0) return [{ day, lessons }];
  const clock = textIn(values, `clock.${day}`);
  if (clock !== "") return [{ day, hours: readQuantity(clock) }];
  const ticks = textsIn(values, `part.${day}`);
  return ticks.length === 0 ? [] : [{ day, hours: hoursOfParts(ticks) }];
}

/** "12,5" and "12.5" are the same; what is no number becomes one that the schema refuses. */
export function readQuantity(text: string): number {
  return /^\d{1,6}([.,]\d{1,4})?$/.test(text) ? Number(text.replace(",", ".")) : -1;
}
