import { DateTime } from "luxon";
import { z } from "zod";

declare const day: unique symbol;
/** A day without a time, `YYYY-MM-DD`. Sorts and compares as text. */
export type CalendarDate = string & { readonly [day]: true };

const zone = "Europe/Amsterdam";
const writtenForms = ["yyyy-MM-dd", "d-M-yyyy", "d/M/yyyy", "d.M.yyyy", "d-M-yy", "d/M/yy", "d.M.yy", "d MMMM yyyy"];
const dutch = { locale: "nl" };
/** Made when the first day is read: making them takes longer than reading one does. */
let writtenParsers: readonly ReturnType<typeof DateTime.buildFormatParser>[] | undefined;

function fromDateTime(value: DateTime): CalendarDate {
  return value.toFormat("yyyy-MM-dd") as CalendarDate;
}

const dayMilliseconds = 86_400_000;

// Days are counted at midnight UTC, where every day is as long; luxon is for time zones and for what people type.
function midnight(value: string): number {
  return Date.parse(`${value}T00:00:00Z`);
}

function fromMidnight(milliseconds: number): CalendarDate {
  return new Date(milliseconds).toISOString().slice(0, 10) as CalendarDate;
}

/** A month that has no such day would roll over into the next. */
function exists(value: string): boolean {
  const milliseconds = midnight(value);
  return !Number.isNaN(milliseconds) && fromMidnight(milliseconds) === value;
}

// Swedish writes days as ISO does.
const amsterdam = new Intl.DateTimeFormat("sv-SE", {
  timeZone: zone,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** Strict `YYYY-MM-DD` of a day that exists, between 1900 and 2100; for machines. */
export const calendarDate = z
  .string()
  .regex(/^(19|20)\d{2}-\d{2}-\d{2}$/, { error: "date-invalid", abort: true })
  .refine(exists, { error: "date-invalid" })
  .transform((value) => value as CalendarDate);

/** What people type ("3-4-26", "03/04/2026", "3 april 2026"), in Dutch order; null when it is no day. */
export function readWrittenDay(value: string): CalendarDate | null {
  const text = value.trim().normalize("NFKC");
  // An empty filter comes with each page of the inbox, and luxon tries every form on it.
  if (!/^\d/.test(text)) return null;
  writtenParsers ??= writtenForms.map((form) => DateTime.buildFormatParser(form, dutch));
  for (const parser of writtenParsers) {
    const parsed = DateTime.fromFormatParser(text, parser, { zone: "utc", ...dutch });
    if (parsed.isValid && parsed.year >= 1900 && parsed.year <= 2100) return fromDateTime(parsed);
  }
  return null;
}

/** The day in Amsterdam on which this moment falls. */
export function dayOf(moment: Date): CalendarDate {
  return amsterdam.format(moment) as CalendarDate;
}

/** The last moment of this day in Amsterdam. */
export function endOfDay(value: CalendarDate): Date {
  return new Date(startOfDay(addDays(value, 1)).getTime() - 1);
}

/** This time ("14.30") on this day in Amsterdam; null when it is no time. */
export function momentAt(value: CalendarDate, time: string): Date | null {
  const [, hour, minute] = /^(\d{1,2})[.:](\d{2})$/.exec(time) ?? [];
  if (hour === undefined || minute === undefined) return null;
  const moment = DateTime.fromISO(`${value}T${hour.padStart(2, "0")}:${minute}`, { zone });
  return moment.isValid ? moment.toJSDate() : null;
}

// Asking for the time zone is slow, and a process asks about the same few days, of the 73,000 that there can be.
const starts = new Map<CalendarDate, number>();

export function startOfDay(value: CalendarDate): Date {
  const start = starts.get(value) ?? DateTime.fromISO(value, { zone }).startOf("day").toMillis();
  starts.set(value, start);
  return new Date(start);
}

/** A day from a `date` column, which the driver hands over as midnight UTC. */
export function fromColumn(value: Date): CalendarDate {
  return fromMidnight(value.getTime());
}

/** A day for a `date` column. */
export function toColumn(value: CalendarDate): Date {
  return new Date(midnight(value));
}

export function addDays(value: CalendarDate, count: number): CalendarDate {
  return fromMidnight(midnight(value) + count * dayMilliseconds);
}

/** The same day so many months later; the last day of that month when it has no such day. */
export function addMonths(value: CalendarDate, count: number): CalendarDate {
  const [year = 0, month = 0, day = 0] = value.split("-").map(Number);
  const lastDay = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return fromMidnight(Date.UTC(year, month - 1 + count, Math.min(day, lastDay)));
}

/** Calendar days from the first to the second; negative when the second is earlier. */
export function daysBetween(first: CalendarDate, second: CalendarDate): number {
  return (midnight(second) - midnight(first)) / dayMilliseconds;
}

/** A day of the same year; one that every year has. */
export function inYearOf(value: CalendarDate, monthAndDay: `${number}-${number}`): CalendarDate {
  return `${value.slice(0, 5)}${monthAndDay}` as CalendarDate;
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(value: CalendarDate): number {
  return new Date(midnight(value)).getUTCDay() || 7;
}

/** The day on which somebody reaches this age; born on 29 February, that is 1 March in a common year. */
export function birthday(birthDate: CalendarDate, age: number): CalendarDate {
  const year = Number(birthDate.slice(0, 4)) + age;
  const leapDay = birthDate.endsWith("02-29") && !exists(`${year}-02-29`);
  return (leapDay ? `${year}-03-01` : `${year}${birthDate.slice(4)}`) as CalendarDate;
}

export function ageOn(birthDate: CalendarDate, on: CalendarDate): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  // 1 March is the first day of a common year that comes after 29 February.
  return birthDate.slice(5) <= on.slice(5) ? years : years - 1;
}

/** The last day (31 July) of the school year in which this day lies. */
export function endOfSchoolYear(value: CalendarDate): CalendarDate {
  const year = Number(value.slice(0, 4));
  return (value.slice(5) <= "07-31" ? `${year}-07-31` : `${year + 1}-07-31`) as CalendarDate;
}

export function firstOfMonth(value: CalendarDate): CalendarDate {
  return `${value.slice(0, 8)}01` as CalendarDate;
}

/** The first day of the month after the one in which this day lies. */
export function firstOfNextMonth(value: CalendarDate): CalendarDate {
  const [year = 0, month = 0] = value.split("-").map(Number);
  return fromMidnight(Date.UTC(year, month, 1));
}
