import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { OutcomeCards } from "@/components/reports/list/outcome-cards";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { SelectField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { formatMonth, formatSpan } from "@/lib/i18n/format";
import { translatorFor } from "@/lib/i18n/translator";
import type { SchoolViewer } from "@/lib/identity/viewer";
import { schoolYearOf } from "@/lib/reports/outcomes";
import { findOutcomes } from "@/lib/reports/queries/outcomes.server";
import type { CalendarDate } from "@/lib/shared/calendar-date";
import { type Now, now } from "@/lib/shared/clock";
import { firstDayOf, monthOf } from "@/lib/statistics/period";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { onlyText } from "@/lib/web/search-params";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";
import { MonthView } from "./month-view";
import { askedMonth, outcomeMonths } from "./months";

const path = "/meldingen/resultaten";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("myReports.outcomes"))("title") };
}

export default async function OutcomesPage({ searchParams }: PageProps<"/meldingen/resultaten">) {
  const [viewer, query] = [await pageViewer(path), await searchParams];
  if (viewer.kind !== "school") notFound();
  const at = now();
  const month = askedMonth(onlyText(query["maand"]), at.today);
  const [shell, locale] = await Promise.all([shellProps(viewer, path), getLocale()]);
  const t = translatorFor(locale);
  const { firstDay, lastDay } = schoolYearOf(at.today);
  const school = viewer.organisationName;
  return (
    <PageShell {...shell}>
      <Breadcrumb
        label={t("common.breadcrumb")}
        crumbs={[{ label: t("reports.page.crumb"), href: "/meldingen" }, { label: t("myReports.outcomes.title") }]}
      />
      {month === null ? (
        <PageHeading
          title={t("myReports.outcomes.title")}
          lead={t("myReports.outcomes.lead", { school, period: formatSpan(firstDay, lastDay, locale) })}
        />
      ) : (
        <PageHeading
          title={t("monthOutcomes.monthTitle")}
          lead={t("monthOutcomes.leadMonth", { school, month: formatMonth(month, locale) })}
        />
      )}
      <MonthForm today={at.today} month={month} />
      {month === null ? <YearView viewer={viewer} now={at} /> : <MonthView viewer={viewer} month={month} now={at} />}
    </PageShell>
  );
}

async function MonthForm({ today, month }: { readonly today: CalendarDate; readonly month: CalendarDate | null }) {
  const [t, locale] = [await getTranslations("monthOutcomes"), await getLocale()];
  return (
    <form action={path} method="get" className="flex flex-wrap items-end gap-4">
      <SelectField
        name="maand"
        label={t("month")}
        prompt={t("wholeYear")}
        defaultValue={month === null ? "" : monthOf(month)}
        options={outcomeMonths(today).map((value) => ({ value, label: formatMonth(firstDayOf(value), locale) }))}
      />
      <SubmitButton look="secondary">{t("show")}</SubmitButton>
    </form>
  );
}

async function YearView({ viewer, now }: { readonly viewer: SchoolViewer; readonly now: Now }) {
  const [outcomes, locale] = await Promise.all([findOutcomes(viewer, now), getLocale()]);
  const t = translatorFor(locale);
  if (outcomes.filed > 0) return <OutcomeCards outcomes={outcomes} locale={locale} />;
  return (
    <EmptyState
      title={t("myReports.outcomes.emptyTitle")}
      action={<ButtonLink href="/meldingen">{t("reports.page.crumb")}</ButtonLink>}
    >
      {t("myReports.outcomes.emptyText")}
    </EmptyState>
  );
}
