import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { DecisionCard } from "@/components/casework/decision-card";
import { OtherwiseNotice } from "@/components/casework/otherwise-notice";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { EmptyState } from "@/components/ui/empty-state";
import { casePath } from "@/lib/casework/inbox-address";
import { findReceipts } from "@/lib/casework/queries.server";
import { now } from "@/lib/shared/clock";
import { readReference } from "@/lib/shared/reference";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";

type Props = PageProps<"/werkvoorraad/[reference]/waarom">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { reference }] = await Promise.all([getTranslations("inbox.why"), params]);
  return { title: t("title", { reference: readReference(reference) ?? "" }) };
}

/** The receipt of the router in full: every decision, its facts, its rules, and what the rules of today would say. */
export default async function WhyPage({ params }: Props) {
  const { reference } = await params;
  const path = `${casePath(reference)}/waarom`;
  const viewer = await pageViewer(path);
  if (viewer.kind === "school") redirect(`/meldingen/${reference}`);
  if (viewer.kind !== "office") notFound();
  const [locale, t, shell] = await Promise.all([getLocale(), getTranslations(), shellProps(viewer, path)]);
  const why = await orNotFound(() => findReceipts(viewer, now(), { reference, locale }));
  return (
    <PageShell {...shell}>
      <Breadcrumb
        label={t("common.breadcrumb")}
        crumbs={[
          { label: t("inbox.title"), href: "/werkvoorraad" },
          { label: why.reference, href: casePath(why.reference) },
          { label: t("inbox.why.crumb") },
        ]}
      />
      <PageHeading title={t("inbox.why.title", { reference: why.reference })} lead={t("inbox.why.lead")} />
      {why.otherwise === null ? null : <OtherwiseNotice otherwise={why.otherwise} />}
      {why.receipts.length === 0 ? <EmptyState title={t("inbox.why.none")} /> : null}
      {why.receipts.map((receipt) => (
        <DecisionCard key={receipt.id} receipt={receipt} />
      ))}
    </PageShell>
  );
}
