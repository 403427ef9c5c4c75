import { regimes } from "@/lib/directory/regime";
import type { ResidenceLine } from "@/lib/directory/residence-line";
import { formatDay, formatMoment, formatNumber } from "@/lib/i18n/format";
import { absenceTypes } from "@/lib/reports/absence-types";
import type { ReportView } from "@/lib/reports/views";
import { ageOn, dayOf } from "@/lib/shared/calendar-date";
import { statuses } from "@/lib/timeline/statuses";
import type { CaseFile } from "./case-file";
import type { Chapter, Row } from "./document";
import { daysOf, locale, t } from "./telling";

/** What it all comes to, on one page. */
export function summaryChapter({ reports }: CaseFile): Chapter {
  const columns = (name: "reference" | "type" | "days" | "amount" | "status") => t(`dossier.file.columns.${name}`);
  return {
    title: t("dossier.file.summary"),
    sections: [],
    blocks: [
      { kind: "rows", rows: totals(reports.map(({ report }) => report)) },
      {
        kind: "table",
        header: [columns("reference"), columns("type"), columns("days"), columns("amount"), columns("status")],
        shares: [4, 5, 6, 3, 4],
        rows: reports.map(({ report }) => [
          report.reference,
          absenceTypes[report.type].label[locale],
          daysOf(report),
          amountOf(report),
          statuses[report.status].label[locale],
        ]),
      },
    ],
  };
}

function totals(reports: readonly ReportView[]): readonly Row[] {
  const hours = reports.reduce((sum, { hoursTotal }) => sum + hoursTotal, 0);
  const arrivals = reports.reduce((sum, { arrivals: times }) => sum + times.length, 0);
  const reactions = reports.flatMap(({ firstReactionAt }) => (firstReactionAt === null ? [] : [firstReactionAt]));
  const [first] = reactions.toSorted((one, other) => one.getTime() - other.getTime());
  return [
    { term: t("dossier.file.count"), value: formatNumber(reports.length, locale) },
    ...(hours > 0 ? [{ term: t("dossier.file.hours"), value: formatNumber(hours, locale) }] : []),
    ...(arrivals > 0 ? [{ term: t("dossier.file.arrivals"), value: formatNumber(arrivals, locale) }] : []),
    ...(first === undefined ? [] : [{ term: t("dossier.file.firstReaction"), value: formatMoment(first, locale) }]),
  ];
}

function amountOf({ arrivals, hoursTotal }: ReportView): string {
  if (arrivals.length > 0) return t("dossier.file.amountTimes", { count: arrivals.length });
  return hoursTotal > 0 ? t("dossier.file.amountHours", { hours: formatNumber(hoursTotal, locale) }) : "";
}

/** Who it is about, and where he lived, as the register says it. */
export function studentChapter({ reports, residences, isProtected, madeAt }: CaseFile): Chapter {
  const report = reports.at(-1)?.report;
  return {
    title: t("dossier.file.student"),
    sections: [],
    blocks: [
      { kind: "rows", rows: report === undefined ? [] : studentRows(report, madeAt) },
      homeOf(residences, isProtected),
    ],
  };
}

function studentRows({ student, school, regime }: ReportView, madeAt: Date): readonly Row[] {
  const age = t("reports.student.age", { age: ageOn(student.birthDate, dayOf(madeAt)) });
  return [
    { term: t("reports.check.student"), value: student.name },
    { term: t("reports.page.birthDate"), value: `${formatDay(student.birthDate, locale)} (${age})` },
    { term: t("reports.page.number"), value: t("reports.page.numberHint", { digits: student.numberHint }) },
    {
      term: t("reports.page.school"),
      value: `${school.name}, ${school.locationName}, ${school.city} (${school.locationCode})`,
    },
    { term: t("reports.page.regime"), value: regimes[regime].label[locale] },
  ];
}

function homeOf(residences: readonly ResidenceLine[], isProtected: boolean): Chapter["blocks"][number] {
  if (isProtected) return { kind: "text", text: t("dossier.file.protected") };
  if (residences.length === 0) return { kind: "text", text: t("dossier.file.noHome") };
  return {
    kind: "table",
    header: [t("dossier.file.columns.from"), t("dossier.file.columns.address")],
    shares: [1, 3],
    rows: residences.map((line) => [formatDay(line.from, locale), addressText(line)]),
  };
}

function addressText({ kind, address }: ResidenceLine): string {
  switch (kind) {
    case "resident":
      return address ?? t("dossier.file.home.unknown");
    case "correspondence":
      return address === null ? t("dossier.file.home.unknown") : t("dossier.file.home.correspondence", { address });
    default:
      return t(`dossier.file.home.${kind}`);
  }
}
