import { formatMonth } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import { firstDayOf, monthOf, monthsOf, schoolYearsUntil } from "./period";

const yearsOffered = 3;

/** School years and their months until now, the newest first. */
export function periodChoices(today: CalendarDate, locale: Locale, nameOfYear: (year: string) => string) {
  const years = schoolYearsUntil(today, yearsOffered);
  const months = years.flatMap((year) => monthsOf(year).toReversed()).filter((month) => month <= monthOf(today));
  return [
    ...years.map((year) => ({ value: year, label: nameOfYear(year) })),
    ...months.map((month) => ({ value: month, label: formatMonth(firstDayOf(month), locale) })),
  ];
}
