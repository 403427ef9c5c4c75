import { formatDay, formatShortDay, formatSpan } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import type { Translate } from "@/lib/i18n/translator";
import { absenceTypes } from "@/lib/reports/absence-types";
import { reasons, schoolActions } from "@/lib/reports/codes";
import { totalHours } from "@/lib/reports/hours";
import type { ReportInput } from "@/lib/reports/input";
import type { LessonSettings } from "@/lib/reports/lesson-hours";
import type { CheckedGroup, CheckedRow } from "./form-state";

export interface CheckedNames {
  readonly student: string;
  readonly location: string;
  readonly lessons: LessonSettings;
}

interface Telling {
  readonly t: Translate;
  readonly locale: Locale;
}

/** All answers in words, by the step on which they can be changed. What was left empty is left out. */
export function checkedGroups(input: ReportInput, names: CheckedNames, telling: Telling): readonly CheckedGroup[] {
  const { t } = telling;
  return [
    { title: t("reports.check.who"), step: "who", rows: whoRows(input, names, telling) },
    { title: t("reports.check.what"), step: "what", rows: whatRows(input, names, telling) },
    { title: t("reports.check.school"), step: "what", rows: schoolRows(input, telling) },
    { title: t("reports.check.contact"), step: "what", rows: contactRows(input, telling) },
  ];
}

function rowsOf(...rows: readonly (readonly [term: string, value: string | undefined])[]): readonly CheckedRow[] {
  return rows.flatMap(([term, value]) => (value === undefined || value === "" ? [] : [{ term, value }]));
}

function whoRows({ followUpTo }: ReportInput, names: CheckedNames, { t }: Telling): readonly CheckedRow[] {
  return rowsOf(
    [t("reports.check.student"), names.student],
    [t("reports.check.location"), names.location],
    [t("reports.check.followUpTo"), followUpTo],
  );
}

function whatRows(input: ReportInput, { lessons }: CheckedNames, telling: Telling): readonly CheckedRow[] {
  const { t, locale } = telling;
  return rowsOf(
    [t("reports.check.type"), absenceTypes[input.type].label[locale]],
    [t("reports.check.period"), periodWords(input, telling)],
    [t("reports.check.hours"), hoursWords(input, lessons, telling)],
    [t("reports.check.arrivals"), arrivalWords(input, telling)],
    [t("reports.check.reasonCode"), reasons[input.reasonCode][locale]],
    [t("reports.check.reason"), input.reason],
    [t("reports.check.explanation"), input.explanation],
  );
}

function periodWords({ firstDay, lastDay }: ReportInput, { t, locale }: Telling): string | undefined {
  if (firstDay === undefined) return undefined;
  if (lastDay === undefined) return t("reports.check.since", { day: formatDay(firstDay, locale) });
  return formatSpan(firstDay, lastDay, locale);
}

function hoursWords({ hours }: ReportInput, lessons: LessonSettings, { t }: Telling): string | undefined {
  if (hours === undefined) return undefined;
  return t("reports.check.hoursOn", { hours: totalHours(hours, lessons), days: hours.length });
}

function arrivalWords({ arrivals }: ReportInput, { t, locale }: Telling): string | undefined {
  return arrivals
    ?.map(({ day, minutes }) => t("reports.check.arrival", { day: formatShortDay(day, locale), minutes }))
    .join("\n");
}

function schoolRows(input: ReportInput, { t, locale }: Telling): readonly CheckedRow[] {
  const done = (input.schoolActions ?? []).map((code) => schoolActions[code][locale]).join("\n");
  return rowsOf(
    [t("reports.check.schoolActions"), done === "" ? t("reports.check.nothing") : done],
    [t("reports.check.schoolActionsNote"), input.schoolActionsNote],
    [t("reports.check.actionWanted"), input.actionWanted ? t("reports.check.yes") : t("reports.check.no")],
    [t("reports.check.noActionReason"), input.noActionReason],
    [t("reports.check.urgent"), input.urgent?.reason],
  );
}

function contactRows({ contact, parentPhone, stay, ownReference }: ReportInput, { t }: Telling): readonly CheckedRow[] {
  const person = [contact?.name, contact?.function, contact?.email, contact?.phone];
  const address = [
    [stay?.street, stay?.houseNumber].filter(Boolean).join(" "),
    [stay?.postcode, stay?.city].filter(Boolean).join(" "),
    stay?.note,
  ];
  return rowsOf(
    [t("reports.check.contactName"), person.filter(Boolean).join("\n")],
    [t("reports.check.parentPhone"), parentPhone],
    [t("reports.check.stay"), address.filter(Boolean).join("\n")],
    [t("reports.check.ownReference"), ownReference],
  );
}
