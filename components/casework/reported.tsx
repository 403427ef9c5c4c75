import { useLocale } from "next-intl";
import { Card } from "@/components/ui/card";
import { SummaryList, type SummaryRow } from "@/components/ui/summary-list";
import { TextLink } from "@/components/ui/text-link";
import { casePath } from "@/lib/casework/inbox-address";
import { regimes } from "@/lib/directory/regime";
import { formatDay, formatMoment, formatNumber, formatShortDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { type Translate, translatorFor } from "@/lib/i18n/translator";
import { absenceTypes } from "@/lib/reports/absence-types";
import { reasons, schoolActions } from "@/lib/reports/codes";
import { periodWords } from "@/lib/reports/reported-rows";
import type { ReportView } from "@/lib/reports/views";

/** All that the school reported; what it left empty is left out. */
export function Reported({ report }: { readonly report: ReportView }) {
  const locale = useLocale();
  const t = translatorFor(locale);
  const rows = [...absenceRows(report, t, locale), ...schoolRows(report, t, locale), ...restRows(report, t, locale)];
  return (
    <Card title={{ id: "gemeld", text: t("inbox.case.elsewhereTitle") }}>
      <SummaryList rows={rows} />
    </Card>
  );
}

/** "34 uur" or "12 keer te laat"; empty when the type asks neither. */
export function amountText(report: Pick<ReportView, "hoursTotal" | "arrivals">, t: Translate, locale: Locale): string {
  if (report.arrivals.length > 0) return t("inbox.timesLong", { count: report.arrivals.length });
  return report.hoursTotal > 0 ? `${formatNumber(report.hoursTotal, locale)} ${t("inbox.hoursUnit")}` : "";
}

function arrivalLines({ arrivals }: ReportView, t: Translate, locale: Locale): string {
  return [...arrivals]
    .sort((one, other) => one.day.localeCompare(other.day))
    .map(({ day, minutes }) => t("reports.check.arrival", { day: formatShortDay(day, locale), minutes }))
    .join(" · ");
}

export function actionsText({ schoolActions: done }: Pick<ReportView, "schoolActions">, t: Translate, locale: Locale) {
  if (done.length === 0) return t("inbox.case.fields.noSchoolActions");
  return done.map((code) => schoolActions[code][locale]).join(", ");
}

function absenceRows(report: ReportView, t: Translate, locale: Locale): readonly SummaryRow[] {
  const field = (name: "type" | "period" | "hours" | "reasonCode") => t(`inbox.case.fields.${name}`);
  return given([
    [t("inbox.case.fields.urgent"), report.urgentReason],
    [field("type"), absenceTypes[report.type].label[locale]],
    [field("period"), periodWords(report, t, locale)],
    [field("hours"), report.arrivals.length > 0 ? null : amountText(report, t, locale)],
    [field("reasonCode"), [reasons[report.reasonCode][locale], report.reason].filter(Boolean).join("\n")],
    [t("inbox.case.fields.arrivals"), arrivalLines(report, t, locale)],
    [t("inbox.case.fields.explanation"), report.explanation],
  ]);
}

function schoolRows(report: ReportView, t: Translate, locale: Locale): readonly SummaryRow[] {
  return given([
    [t("inbox.case.fields.schoolActions"), actionsText(report, t, locale)],
    [t("inbox.case.fields.schoolActionsNote"), report.schoolActionsNote],
    [t("inbox.case.fields.wish"), report.actionWanted ? t("inbox.case.fields.wishYes") : t("inbox.case.fields.wishNo")],
    [t("inbox.case.fields.noActionReason"), report.noActionReason],
  ]);
}

function restRows(report: ReportView, t: Translate, locale: Locale): readonly SummaryRow[] {
  const { stay, followUpTo } = report;
  const { confirmation } = report;
  const filed = t(confirmation === "not-needed" ? "inbox.case.fields.filedBy" : "inbox.case.fields.passedOnBy", {
    moment: formatMoment(report.filedAt, locale),
    name: report.reporterName,
  });
  const followUp: SummaryRow[] =
    followUpTo === null
      ? []
      : [
          {
            term: t("inbox.case.fields.followUpTo"),
            value: <TextLink href={casePath(followUpTo)}>{followUpTo}</TextLink>,
          },
        ];
  return [
    ...followUp,
    ...given([
      [t("inbox.case.fields.stay"), stay === null ? null : addressOf(stay)],
      [t("inbox.case.fields.regime"), regimes[report.regime].label[locale]],
      [t("inbox.case.fields.birthDate"), formatDay(report.student.birthDate, locale)],
      [t("inbox.case.fields.number"), t("inbox.case.fields.numberHint", { digits: report.student.numberHint })],
      [t("inbox.case.fields.ownReference"), report.ownReference],
      [t("inbox.case.fields.filed"), filed],
      [
        t("inbox.case.fields.confirmation"),
        confirmation === "not-needed" ? null : t(`inbox.case.fields.confirmations.${confirmation}`),
      ],
    ]),
  ];
}

function addressOf(stay: Readonly<Record<string, string>>): string {
  const lines = [[stay["street"], stay["houseNumber"]], [stay["postcode"], stay["city"]], [stay["note"]]];
  return lines
    .map((line) => line.filter(Boolean).join(" "))
    .filter((line) => line !== "")
    .join("\n");
}

function given(rows: readonly (readonly [term: string, value: string | null])[]): readonly SummaryRow[] {
  return rows.flatMap(([term, value]) =>
    value === null || value === ""
      ? []
      : [{ term, value: <span className="block max-w-text whitespace-pre-line break-words">{value}</span> }],
  );
}
