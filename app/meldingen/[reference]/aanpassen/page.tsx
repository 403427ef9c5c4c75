import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { CorrectForm } from "@/components/reports/correct-form";
import type { LocationOption } from "@/components/reports/form/form-text";
import { findSchoolLocations } from "@/lib/directory/queries.server";
import { messages } from "@/lib/i18n/messages";
import type { SchoolViewer } from "@/lib/identity/viewer";
import { absenceType } from "@/lib/reports/absence-types";
import { correctionStart } from "@/lib/reports/correction-start";
import { keptCorrection } from "@/lib/reports/kept-correction";
import { usualLessons } from "@/lib/reports/lesson-hours";
import { findKeptForm } from "@/lib/reports/queries/kept-forms.server";
import { findCountingOf } from "@/lib/reports/queries/standing.server";
import type { ReportView } from "@/lib/reports/views";
import { arePapersScanned } from "@/lib/web/scanning.server";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";
import { formOffer, locationOption } from "../../nieuw/offer";
import { correctAction } from "../actions";
import { readReport } from "../read-report";

type Props = PageProps<"/meldingen/[reference]/aanpassen">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reports.correct"))("title") };
}

export default async function CorrectPage({ params }: Props) {
  const { reference } = await params;
  const path = `/meldingen/${reference}/aanpassen`;
  const { viewer, report, now } = await readReport(reference, path);
  if (!report.allows.correct) redirect(`/meldingen/${report.reference}`);
  const place = `/meldingen/${report.reference}/aanpassen`;
  const [t, locale, shell, location, counting, kept] = await Promise.all([
    getTranslations(),
    getLocale(),
    shellProps(viewer, path),
    locationOf(viewer, report),
    findCountingOf(viewer, now, report),
    findKeptForm(viewer, place),
  ]);
  const { asks } = absenceType(report.type);
  const start = correctionStart(report);
  return (
    <PageShell {...shell} width="form">
      <Breadcrumb
        label={t("common.breadcrumb")}
        crumbs={[
          { label: t("reports.page.crumb"), href: "/meldingen" },
          { label: report.reference, href: `/meldingen/${report.reference}` },
          { label: t("reports.correct.title") },
        ]}
      />
      <PageHeading title={t("reports.correct.title")} lead={t("reports.correct.lead")} />
      <CorrectForm
        action={correctAction}
        report={{ reference: report.reference, version: report.version }}
        start={start}
        shown={kept === null ? start : keptCorrection(start, kept)}
        kept={{ place, isBack: kept !== null, text: messages[locale].drafts.kept }}
        asks={{ period: asks.period === "period", hours: asks.hours, arrivals: asks.arrivals }}
        period={{ firstDay: report.firstDay, lastDay: report.lastDay ?? now.today }}
        location={location}
        type={report.type}
        counting={counting}
        offer={formOffer([], now.today, locale, arePapersScanned())}
        text={{ button: t("reports.correct.button"), cancel: t("common.form.cancel") }}
      />
    </PageShell>
  );
}

const unknown: LocationOption = { value: "", label: "", counts: "lessons", ...usualLessons };

async function locationOf(viewer: SchoolViewer, { school }: ReportView): Promise<LocationOption> {
  const own = await findSchoolLocations(viewer);
  const found = own.find(({ locationCode }) => locationCode === school.locationCode);
  return found === undefined ? unknown : locationOption(found);
}
