import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { HistoryCalendar, yearWords } from "@/components/reports/history/history-calendar";
import { listRow } from "@/components/reports/list-row";
import { ReportTable } from "@/components/reports/report-table";
import { Card } from "@/components/ui/card";
import { messages } from "@/lib/i18n/messages";
import { translatorFor } from "@/lib/i18n/translator";
import { findHistory } from "@/lib/reports/queries/history.server";
import { now as readClock } from "@/lib/shared/clock";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";
import { readSchoolViewer } from "../read-report";

type Props = PageProps<"/meldingen/[reference]/leerling">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("myReports.history"))("title") };
}

/** All reports of one student, as a calendar and as a list; by a report, so that no student stands in the address. */
export default async function HistoryPage({ params }: Props) {
  const { reference } = await params;
  const path = `/meldingen/${reference}/leerling`;
  const viewer = await readSchoolViewer(reference, path);
  const now = readClock();
  const history = await orNotFound(() => findHistory(viewer, now, reference));
  const [shell, locale] = await Promise.all([shellProps(viewer, path), getLocale()]);
  const t = translatorFor(locale);
  const { studentName: name, group, years, lines } = history;
  return (
    <PageShell {...shell}>
      <Breadcrumb
        label={t("common.breadcrumb")}
        crumbs={[
          { label: t("reports.page.crumb"), href: "/meldingen" },
          { label: reference, href: `/meldingen/${reference}` },
          { label: t("myReports.history.title") },
        ]}
      />
      <PageHeading
        title={group === null ? name : t("reports.page.studentInGroup", { name, group })}
        lead={t("myReports.history.lead")}
      />
      {years.map((year) => (
        <Card
          key={year.lastDay}
          title={{
            id: `jaar-${year.lastDay}`,
            text: t("myReports.history.year", {
              from: year.firstDay.slice(0, 4),
              until: year.lastDay.slice(0, 4),
            }),
          }}
          beside={<span className="text-ink-soft">{yearWords(year, t, locale)}</span>}
        >
          <HistoryCalendar year={year} t={t} locale={locale} />
        </Card>
      ))}
      <h2>{t("myReports.history.list")}</h2>
      <ReportTable
        rows={lines.map((line) => listRow(line, { t, locale, now }))}
        text={{ caption: t("myReports.history.list"), columns: messages[locale].reports.list.columns }}
        locale={locale}
      />
    </PageShell>
  );
}
