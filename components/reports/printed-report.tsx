import { Brand } from "@/components/layout/brand";
import { ReportTimeline } from "@/components/timeline/report-timeline";
import { SummaryList } from "@/components/ui/summary-list";
import { formatMoment, formatShortDay } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/translator";
import { reportedRows } from "@/lib/reports/reported-rows";
import type { ReportView } from "@/lib/reports/views";
import type { Now } from "@/lib/shared/clock";
import type { NarrateReader } from "@/lib/timeline/narrator";
import { statuses } from "@/lib/timeline/statuses";
import type { StoryEntry } from "@/lib/timeline/story";
import { isHiddenPlace } from "./destination";

interface PrintedReportProps {
  readonly report: Omit<ReportView, "timeline"> & { readonly timeline: readonly StoryEntry[] };
  readonly t: Translate;
  readonly reader: NarrateReader;
  readonly now: Now;
}

/** The report as a document: who has it, what was reported, hour by hour, and what happened. */
export function PrintedReport({ report, t, reader, now }: PrintedReportProps) {
  const { locale } = reader;
  return (
    <>
      <header className="grid gap-3">
        <Brand />
        <h1>{t("reports.print.title", { reference: report.reference })}</h1>
        <SummaryList rows={headRows({ report, t, reader, now })} />
      </header>
      <section className="grid gap-3">
        <h2>{t(reader.side === "school" ? "reports.page.reported" : "inbox.case.elsewhereTitle")}</h2>
        <SummaryList look="lined" rows={reportedRows(report, t, locale).map(asLines)} />
      </section>
      {report.days.length === 0 ? null : (
        <section className="grid gap-3">
          <h2>{t("reports.print.days")}</h2>
          <SummaryList
            rows={report.days.map(({ day, hours, lessons }) => ({
              term: formatShortDay(day, locale),
              value: [
                t("reports.print.hours", { hours }),
                lessons.length === 0 ? null : t("reports.print.lessons", { lessons: lessons.join(", ") }),
              ]
                .filter((part) => part !== null)
                .join(", "),
            }))}
          />
        </section>
      )}
      <section className="grid gap-3">
        <h2>{t("timeline.heading")}</h2>
        <ReportTimeline report={report} reader={reader} now={now} isWhole={true} />
      </section>
    </>
  );
}

function asLines({ term, value }: { readonly term: string; readonly value: string }) {
  return { term, value: <span className="break-words whitespace-pre-line">{value}</span> };
}

function headRows({ report, t, reader: { locale } }: PrintedReportProps) {
  const { office, officer, school } = report;
  const hidden = isHiddenPlace(report) ? t("reports.page.officeProtected") : t("reports.page.officeNone");
  const place =
    office === null ? hidden : [office.name, officer?.name, office.phone, office.email].filter(Boolean).join(", ");
  return [
    { term: t("reports.print.status"), value: statuses[report.status].label[locale] },
    { term: t("reports.print.filed"), value: formatMoment(report.filedAt, locale) },
    {
      term: t("reports.page.school"),
      value: `${school.name}, ${school.locationName}, ${school.city} (${school.locationCode})`,
    },
    { term: t("reports.page.reporter"), value: report.reporterName },
    { term: t("reports.page.office"), value: place },
  ];
}
