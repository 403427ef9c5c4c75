import { formatWrittenDay } from "@/lib/i18n/format";
import type { FormValues } from "./form-values";
import type { ReportView } from "./views";

/** A stored report as the fields of its form, to begin a correction from. */
export function correctionStart(report: ReportView): FormValues {
  return Object.fromEntries(
    [...ownFields(report), ...hourFields(report), ...contactFields(report)].filter(([, value]) => value.length > 0),
  );
}

type Field = readonly [name: string, value: string | readonly string[]];

function ownFields(report: ReportView): readonly Field[] {
  return [
    ["firstDay", formatWrittenDay(report.firstDay)],
    ["lastDay", report.lastDay === null ? "" : formatWrittenDay(report.lastDay)],
    ["arrivals.day", report.arrivals.map(({ day }) => formatWrittenDay(day))],
    ["arrivals.minutes", report.arrivals.map(({ minutes }) => String(minutes))],
    ["reasonCode", report.reasonCode],
    ["reason", report.reason ?? ""],
    ["explanation", report.explanation ?? ""],
    ["schoolActions", report.schoolActions],
    ["schoolActionsNote", report.schoolActionsNote ?? ""],
    ["parentPhone", report.parentPhone ?? ""],
    ["ownReference", report.ownReference ?? ""],
  ];
}

function hourFields({ days }: ReportView): readonly Field[] {
  return days.map(({ day, hours, lessons, wholeDay }): Field => {
    if (wholeDay) return [`whole.${day}`, "yes"];
    return lessons.length > 0 ? [`lesson.${day}`, lessons.map(String)] : [`clock.${day}`, String(hours)];
  });
}

function contactFields({ contact }: ReportView): readonly Field[] {
  return [
    ["contact.name", contact.name],
    ["contact.function", contact.function ?? ""],
    ["contact.email", contact.email ?? ""],
    ["contact.phone", contact.phone ?? ""],
  ];
}
