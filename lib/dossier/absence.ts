import { formatDay, formatMoment, formatNumber, formatShortDay } from "@/lib/i18n/format";
import { messages } from "@/lib/i18n/messages";
import { absenceTypes } from "@/lib/reports/absence-types";
import { closeNotes, closeReasons } from "@/lib/reports/codes";
import { absenceRows } from "@/lib/reports/reported-rows";
import type { Threshold } from "@/lib/reports/threshold";
import { thresholdRules } from "@/lib/reports/threshold-rules";
import { thresholdLines } from "@/lib/reports/threshold-words";
import type { ReportView } from "@/lib/reports/views";
import { type CalendarDate, calendarDate, dayOf } from "@/lib/shared/calendar-date";
import { dayAfter, mondayOf } from "@/lib/shared/plain-days";
import type { CaseFile, FileReport } from "./case-file";
import type { Block, Chapter, Row, Section } from "./document";
import { daysOf, locale, t } from "./telling";

/** Each report as the school sent it, with what the law says of it. */
export function absenceChapter({ reports, madeAt }: CaseFile): Chapter {
  return {
    title: t("dossier.file.absence"),
    blocks: [],
    sections: reports.map((one) => reportSection(one, dayOf(madeAt))),
  };
}

function reportSection({ report, threshold }: FileReport, today: CalendarDate): Section {
  const reported = absenceRows(shareable(report), t, locale);
  const days = dayTable(report);
  return {
    title: `${report.reference}: ${absenceTypes[report.type].label[locale]}, ${daysOf(report)}`,
    blocks: [
      { kind: "rows", rows: [...filedRows(report), ...reported, ...lawRows(threshold, today), ...closedRows(report)] },
      ...(days === null ? [] : [days]),
    ],
  };
}

/** Where a protected student stays must not leave with the paper. */
function shareable(report: ReportView): ReportView {
  return report.isProtected ? { ...report, stay: null } : report;
}

function filedRows({ filedAt, reporterName, contact }: ReportView): readonly Row[] {
  return [
    {
      term: t("dossier.file.filed"),
      value: t("dossier.file.filedBy", { moment: formatMoment(filedAt, locale), name: reporterName }),
    },
    {
      term: t("dossier.file.contact"),
      value: [contact.name, contact.function, contact.phone, contact.email].filter(Boolean).join(", "),
    },
  ];
}

function lawRows(threshold: Threshold | null, today: CalendarDate): readonly Row[] {
  if (threshold === null || threshold.amount === 0) return [];
  const text = messages[locale].hours.threshold;
  return [
    {
      term: t("dossier.file.law"),
      value: thresholdLines(threshold, { text, locale, today, isFiled: true }).join("\n"),
    },
    { term: t("dossier.file.legalBasis"), value: thresholdRules[threshold.rule].legalBasis },
  ];
}

function closedRows({ closeReason, closeNote }: ReportView): readonly Row[] {
  if (closeReason === null) return [];
  const words = [closeReasons[closeReason][locale], closeNote === null ? null : closeNotes[closeNote][locale]];
  return [{ term: t("dossier.file.closed"), value: words.filter((part) => part !== null).join("\n") }];
}

function dayTable({ days }: ReportView): Block | null {
  if (days.length === 0) return null;
  return {
    kind: "table",
    header: [t("dossier.file.columns.day"), t("dossier.file.columns.lessons"), t("dossier.file.columns.hoursOfDay")],
    shares: [3, 3, 1],
    rows: days.map(({ day, hours, lessons, wholeDay }) => [
      formatDay(day, locale),
      wholeDay ? t("dossier.file.wholeDay") : lessons.join(", "),
      formatNumber(hours, locale),
    ]),
  };
}

const weekdays = [0, 1, 2, 3, 4];

/** The missed hours of all reports together, a line for each week in which there were any. */
export function weeksChapter({ reports }: CaseFile): Chapter {
  const hours = new Map<string, number>();
  for (const { day, hours: some } of reports.flatMap(({ report }) => report.days)) {
    hours.set(day, (hours.get(day) ?? 0) + some);
  }
  const mondays = [...new Set([...hours.keys()].map(mondayOf))].toSorted();
  const title = t("dossier.file.weeks");
  if (mondays.length === 0) return { title, sections: [], blocks: [{ kind: "text", text: t("dossier.file.noHours") }] };
  const [first = ""] = mondays;
  return {
    title,
    sections: [],
    blocks: [
      {
        kind: "table",
        header: [t("dossier.file.columns.week"), ...weekdays.map(nameOf(first)), t("dossier.file.columns.total")],
        shares: [3, 1, 1, 1, 1, 1, 1.5],
        rows: mondays.map((monday) => weekRow(monday, hours)),
      },
    ],
  };
}

function nameOf(monday: string) {
  return (offset: number) => formatShortDay(calendarDate.parse(dayAfter(monday, offset)), locale).split(" ")[0] ?? "";
}

/** Hours on a Saturday or Sunday stand in the total only. */
function weekRow(monday: string, hours: ReadonlyMap<string, number>): readonly string[] {
  const week = [0, 1, 2, 3, 4, 5, 6].map((offset) => hours.get(dayAfter(monday, offset)) ?? 0);
  const total = week.reduce((sum, some) => sum + some, 0);
  const shown = weekdays.map((at) => week[at] ?? 0).map((some) => (some === 0 ? "" : formatNumber(some, locale)));
  return [formatDay(calendarDate.parse(monday), locale), ...shown, formatNumber(total, locale)];
}
