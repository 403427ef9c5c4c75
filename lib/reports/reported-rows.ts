import { regimes } from "@/lib/directory/regime";
import { formatDay, formatShortDay, formatSpan } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import type { Translate } from "@/lib/i18n/translator";
import { ageOn } from "@/lib/shared/calendar-date";
import { absenceTypes } from "./absence-types";
import { reasons, schoolActions } from "./codes";
import type { ReportView } from "./views";

export interface ReportedRow {
  readonly term: string;
  readonly value: string;
}

/** All that was reported, in words; what was left empty is left out. */
export function reportedRows(report: ReportView, t: Translate, locale: Locale): readonly ReportedRow[] {
  return [...given(studentRows(report, t, locale)), ...absenceRows(report, t, locale)];
}

/** The same without the student, where several reports of one stand together. */
export function absenceRows(report: ReportView, t: Translate, locale: Locale): readonly ReportedRow[] {
  return given([
    [t("reports.check.type"), absenceTypes[report.type].label[locale]],
    [t("reports.page.regime"), regimes[report.regime].label[locale]],
    [t("reports.check.period"), periodWords(report, t, locale)],
    [t("reports.check.hours"), hoursWords(report, t)],
    [t("reports.check.arrivals"), arrivalWords(report, t, locale)],
    [t("reports.check.reasonCode"), reasons[report.reasonCode][locale]],
    [t("reports.check.reason"), report.reason],
    [t("reports.check.explanation"), report.explanation],
    ...schoolRows(report, t, locale),
    [t("reports.check.parentPhone"), report.parentPhone],
    [t("reports.check.stay"), stayWords(report)],
    [t("reports.page.ownReference"), report.ownReference],
    [t("reports.page.followUpTo"), report.followUpTo],
  ]);
}

function given(rows: Rows): readonly ReportedRow[] {
  return rows.flatMap(([term, value]) => (value === null || value === "" ? [] : [{ term, value }]));
}

type Rows = readonly (readonly [string, string | null])[];

function studentRows({ student, firstDay }: ReportView, t: Translate, locale: Locale): Rows {
  const age = t("reports.student.age", { age: ageOn(student.birthDate, firstDay) });
  return [
    [t("reports.check.student"), student.name],
    [t("reports.page.number"), t("reports.page.numberHint", { digits: student.numberHint })],
    [t("reports.page.birthDate"), `${formatDay(student.birthDate, locale)} (${age})`],
  ];
}

function schoolRows(report: ReportView, t: Translate, locale: Locale): Rows {
  return [
    [t("reports.check.schoolActions"), report.schoolActions.map((code) => schoolActions[code][locale]).join("\n")],
    [t("reports.check.schoolActionsNote"), report.schoolActionsNote],
    [t("reports.check.actionWanted"), report.actionWanted ? t("reports.check.yes") : t("reports.check.no")],
    [t("reports.check.noActionReason"), report.noActionReason],
    [t("reports.check.urgent"), report.urgentReason],
  ];
}

/** Late arrivals have no period of their own. */
export function periodWords(report: ReportView, t: Translate, locale: Locale): string | null {
  if (report.arrivals.length > 0) return null;
  if (report.lastDay === null) return t("reports.check.since", { day: formatDay(report.firstDay, locale) });
  return formatSpan(report.firstDay, report.lastDay, locale);
}

function hoursWords({ days, hoursTotal }: ReportView, t: Translate): string | null {
  return days.length === 0 ? null : t("reports.check.hoursOn", { hours: hoursTotal, days: days.length });
}

function arrivalWords({ arrivals }: ReportView, t: Translate, locale: Locale): string {
  return arrivals
    .map(({ day, minutes }) => t("reports.check.arrival", { day: formatShortDay(day, locale), minutes }))
    .join("\n");
}

function stayWords({ stay }: ReportView): string | null {
  if (stay === null) return null;
  const lines = [[stay["street"], stay["houseNumber"]], [stay["postcode"], stay["city"]], [stay["note"]]];
  return lines
    .map((line) => line.filter(Boolean).join(" "))
    .filter(Boolean)
    .join("\n");
}
