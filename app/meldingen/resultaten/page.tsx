import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { OutcomeCards } from "@/components/reports/list/outcome-cards";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { formatSpan } from "@/lib/i18n/format";
import { translatorFor } from "@/lib/i18n/translator";
import { findOutcomes } from "@/lib/reports/queries/outcomes.server";
import { now } from "@/lib/shared/clock";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";

const path = "/meldingen/resultaten";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("myReports.outcomes"))("title") };
}

export default async function OutcomesPage() {
  const viewer = await pageViewer(path);
  if (viewer.kind !== "school") notFound();
  const [outcomes, shell, locale] = await Promise.all([
    findOutcomes(viewer, now()),
    shellProps(viewer, path),
    getLocale(),
  ]);
  const t = translatorFor(locale);
  const { filed, firstDay, lastDay } = outcomes;
  return (
    <PageShell {...shell}>
      <Breadcrumb
        label={t("common.breadcrumb")}
        crumbs={[{ label: t("reports.page.crumb"), href: "/meldingen" }, { label: t("myReports.outcomes.title") }]}
      />
      <PageHeading
        title={t("myReports.outcomes.title")}
        lead={t("myReports.outcomes.lead", {
          school: viewer.organisationName,
          period: formatSpan(firstDay, lastDay, locale),
        })}
      />
      {filed === 0 ? (
        <EmptyState
          title={t("myReports.outcomes.emptyTitle")}
          action={<ButtonLink href="/meldingen">{t("reports.page.crumb")}</ButtonLink>}
        >
          {t("myReports.outcomes.emptyText")}
        </EmptyState>
      ) : (
        <OutcomeCards outcomes={outcomes} locale={locale} />
      )}
    </PageShell>
  );
}
