import type { CalendarDate } from "@/lib/shared/calendar-date";
import { countLimit } from "@/lib/shared/page";
import type { Locale } from "./locale";

const tags = { nl: "nl-NL", en: "en-GB" } as const satisfies Record<Locale, string>;
const zone = "Europe/Amsterdam";

const shapes = {
  day: { day: "numeric", month: "long", year: "numeric" },
  dayInYear: { day: "numeric", month: "long" },
  weekday: { weekday: "long", day: "numeric", month: "long" },
  weekdayInYear: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  shortDay: { weekday: "short", day: "numeric", month: "short" },
  datedDay: { day: "numeric", month: "short", year: "numeric" },
  dayInChart: { day: "numeric", month: "short" },
  month: { month: "long", year: "numeric" },
  time: { hour: "numeric", minute: "2-digit", hourCycle: "h23" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formatters = new Map<string, Intl.DateTimeFormat>();

function format(shape: keyof typeof shapes, locale: Locale, moment: Date): string {
  const key = `${shape} ${locale}`;
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(tags[locale], { ...shapes[shape], timeZone: zone });
  formatters.set(key, known);
  return known.format(moment);
}

/** Noon in UTC lies on the same day in Amsterdam, in summer and in winter. */
const noonOf = (day: string) => new Date(`${day}T12:00:00Z`);

/** 3 april 2026 */
export function formatDay(day: CalendarDate, locale: Locale): string {
  return format("day", locale, noonOf(day));
}

/** 3-4-2026, as people type it: what goes back into a field, in either language. */
export function formatWrittenDay(day: CalendarDate): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return `${Number(date)}-${Number(month)}-${year}`;
}

/** vr 3 apr, for the columns of lists */
export function formatShortDay(day: CalendarDate, locale: Locale): string {
  return format("shortDay", locale, noonOf(day)).replaceAll(/[.,]/g, "");
}

/** vr 3 apr, or 3 apr 2025 of another year than the one of `today`: for lists that go back further */
export function formatListDay(day: CalendarDate, today: CalendarDate, locale: Locale): string {
  return day.slice(0, 4) === today.slice(0, 4) ? formatShortDay(day, locale) : formatDatedDay(day, locale);
}

/** 3 apr 2025 */
export function formatDatedDay(day: CalendarDate, locale: Locale): string {
  return format("datedDay", locale, noonOf(day)).replaceAll(".", "");
}

/** 3 apr, for the axis of a chart */
export function formatChartDay(day: CalendarDate, locale: Locale): string {
  return format("dayInChart", locale, noonOf(day)).replaceAll(".", "");
}

/** vrijdag 3 april, with the year when that is another than the one of `today` */
export function formatWeekday(day: CalendarDate, today: CalendarDate, locale: Locale): string {
  return formatPlainWeekday(day, today, locale);
}

/** The same for a day that was counted from others and is plain text, as in the browser. */
export function formatPlainWeekday(day: string, today: string, locale: Locale): string {
  const shape = day.slice(0, 4) === today.slice(0, 4) ? "weekday" : "weekdayInYear";
  return format(shape, locale, noonOf(day));
}

/** april 2026 */
export function formatMonth(day: CalendarDate, locale: Locale): string {
  return format("month", locale, noonOf(day));
}

/** 28 september t/m 22 oktober 2026; the year of the first day only where it differs */
export function formatSpan(first: CalendarDate, last: CalendarDate, locale: Locale): string {
  if (first === last) return formatDay(first, locale);
  const shape = first.slice(0, 4) === last.slice(0, 4) ? "dayInYear" : "day";
  const until = locale === "nl" ? "t/m" : "to";
  return `${format(shape, locale, noonOf(first))} ${until} ${formatDay(last, locale)}`;
}

/** 14.05 in Dutch, 14:05 in English */
export function formatTime(moment: Date, locale: Locale): string {
  const time = format("time", locale, moment);
  return locale === "nl" ? time.replace(":", ".") : time;
}

/** An agreed time, kept as 14:05, in the same way. */
export function formatHour(time: string, locale: Locale): string {
  return locale === "nl" ? time.replace(":", ".") : time;
}

/** maandag 9 november 2026, 14.05 uur */
export function formatMoment(moment: Date, locale: Locale): string {
  const day = format("weekdayInYear", locale, moment);
  return locale === "nl" ? `${day}, ${formatTime(moment, locale)} uur` : `${day}, ${formatTime(moment, locale)}`;
}

const numbers = { nl: new Intl.NumberFormat(tags.nl), en: new Intl.NumberFormat(tags.en) } as const;

export function formatNumber(value: number, locale: Locale): string {
  return numbers[locale].format(value);
}

/** Exact up to a thousand, then "1.000+" (what is counted may stop there). */
export function formatCount(count: number, locale: Locale): string {
  return count > countLimit ? `${formatNumber(countLimit, locale)}+` : formatNumber(count, locale);
}
