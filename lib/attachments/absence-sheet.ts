import { formatDay, formatNumber } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { translatorFor } from "@/lib/i18n/translator";
import { absenceTypes } from "@/lib/reports/absence-types";
import type { ReportView } from "@/lib/reports/views";
import type { CalendarDate } from "@/lib/shared/calendar-date";

/** The days and hours of a report as a document that an officer can put into a file. */
export interface AbsenceSheet {
  readonly title: string;
  readonly facts: readonly (readonly [term: string, value: string])[];
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly foot: string;
}

/** Dutch, whoever makes it: the file that it goes into is Dutch. */
const locale: Locale = "nl";

/** Null: the report says of no day what was missed, so there is nothing to put on a sheet. */
export function absenceSheetOf(report: ReportView, maker: string, today: CalendarDate): AbsenceSheet | null {
  const { days, arrivals } = report;
  if (days.length === 0 && arrivals.length === 0) return null;
  const t = translatorFor(locale);
  const isLate = arrivals.length > 0;
  return {
    title: t("attachments.sheet.title"),
    facts: factsOf(report),
    header: isLate
      ? [t("attachments.sheet.day"), t("attachments.sheet.minutes")]
      : [t("attachments.sheet.day"), t("attachments.sheet.lessons"), t("attachments.sheet.hours")],
    rows: isLate ? lateRows(report) : dayRows(report),
    foot: t("attachments.sheet.made", { name: maker, day: formatDay(today, locale) }),
  };
}

function factsOf(report: ReportView): AbsenceSheet["facts"] {
  const t = translatorFor(locale);
  const { student, school, firstDay, lastDay } = report;
  const until = lastDay === null ? t("attachments.sheet.stillAway") : formatDay(lastDay, locale);
  return [
    [t("attachments.sheet.report"), report.reference],
    [t("attachments.sheet.student"), [student.name, student.group].filter((part) => part !== null).join(", ")],
    [t("attachments.sheet.born"), formatDay(student.birthDate, locale)],
    [t("attachments.sheet.number"), t("attachments.sheet.endsIn", { hint: student.numberHint })],
    [t("attachments.sheet.school"), `${school.name}, ${school.locationName} (${school.locationCode}), ${school.city}`],
    [t("attachments.sheet.type"), absenceTypes[report.type].label[locale]],
    [t("attachments.sheet.period"), t("attachments.sheet.span", { first: formatDay(firstDay, locale), last: until })],
    [t("attachments.sheet.total"), totalOf(report)],
  ];
}

function totalOf({ arrivals, hoursTotal, days }: ReportView): string {
  const t = translatorFor(locale);
  if (arrivals.length > 0) {
    const minutes = arrivals.reduce((sum, one) => sum + one.minutes, 0);
    return t("attachments.sheet.times", { count: arrivals.length, minutes });
  }
  return t("attachments.sheet.sum", { hours: formatNumber(hoursTotal, locale), count: days.length });
}

function dayRows({ days }: ReportView): readonly (readonly string[])[] {
  const t = translatorFor(locale);
  return days.map(({ day, hours, lessons, wholeDay }) => [
    formatDay(day, locale),
    wholeDay ? t("attachments.sheet.wholeDay") : lessons.join(", "),
    formatNumber(hours, locale),
  ]);
}

function lateRows({ arrivals }: ReportView): readonly (readonly string[])[] {
  const inOrder = [...arrivals].sort((one, other) => one.day.localeCompare(other.day));
  return inOrder.map(({ day, minutes }) => [formatDay(day, locale), String(minutes)]);
}
