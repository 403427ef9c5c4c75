import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { WithdrawForm } from "@/components/reports/withdraw-form";
import { Card } from "@/components/ui/card";
import { messages } from "@/lib/i18n/messages";
import { findKeptForm } from "@/lib/reports/queries/kept-forms.server";
import { filledForm } from "@/lib/web/form-state";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";
import { withdrawAction } from "../actions";
import { readReport } from "../read-report";

type Props = PageProps<"/meldingen/[reference]/intrekken">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reports.withdraw"))("title") };
}

export default async function WithdrawPage({ params }: Props) {
  const { reference } = await params;
  const path = `/meldingen/${reference}/intrekken`;
  const { viewer, report } = await readReport(reference, path);
  if (!report.allows.withdraw) redirect(`/meldingen/${report.reference}`);
  const place = `/meldingen/${report.reference}/intrekken`;
  const [t, locale, shell, kept] = await Promise.all([
    getTranslations(),
    getLocale(),
    shellProps(viewer, path),
    findKeptForm(viewer, place),
  ]);
  const words = {
    problems: {
      heading: t("reports.form.error.heading"),
      lead: t("reports.form.error.lead"),
      titlePrefix: t("reports.form.error.prefix"),
    },
    reason: t("reports.withdraw.reason"),
    reasonHint: t("reports.withdraw.reasonHint"),
    left: t("reports.form.characters.left"),
    over: t("reports.form.characters.over"),
    button: t("reports.withdraw.button"),
    busy: t("reports.form.busy"),
    keep: t("reports.withdraw.keep"),
  };
  return (
    <PageShell {...shell} width="form">
      <Breadcrumb
        label={t("common.breadcrumb")}
        crumbs={[
          { label: t("reports.page.crumb"), href: "/meldingen" },
          { label: report.reference, href: `/meldingen/${report.reference}` },
          { label: t("reports.withdraw.title") },
        ]}
      />
      <PageHeading title={t("reports.withdraw.title")} lead={t("reports.withdraw.lead")} />
      <Card>
        <p>
          <strong>{report.student.name}</strong>, {report.reference}
        </p>
        <WithdrawForm
          action={withdrawAction}
          report={{ reference: report.reference, version: report.version }}
          start={filledForm(kept ?? {})}
          kept={{ place, isBack: kept !== null, text: messages[locale].drafts.kept }}
          words={words}
        />
      </Card>
    </PageShell>
  );
}
