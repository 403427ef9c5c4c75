import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { DossierForm } from "@/components/dossier/dossier-form";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { Card } from "@/components/ui/card";
import { ErrorSummary } from "@/components/ui/error-summary";
import { casePath } from "@/lib/casework/inbox-address";
import { findDossierChoices } from "@/lib/dossier/queries/dossier-choices.server";
import { now } from "@/lib/shared/clock";
import { orNull } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";

interface Props {
  readonly params: Promise<{ readonly reference: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dossier"))("title") };
}

/** What goes into the dossier, and for whom it is; the file itself comes by a post. */
export default async function DossierPage({ params, searchParams }: Props) {
  const [{ reference }, query] = await Promise.all([params, searchParams]);
  const path = casePath(reference);
  const viewer = await pageViewer(path);
  if (viewer.kind !== "office") notFound();
  const choices = await orNull(() => findDossierChoices(viewer, now(), reference));
  if (choices === null) redirect(path);
  const [t, inbox, common, problems, shell] = await Promise.all([
    getTranslations("dossier"),
    getTranslations("inbox"),
    getTranslations("common"),
    getTranslations("problems"),
    shellProps(viewer, path),
  ]);
  const fault = query["fout"] === undefined ? null : problems("dossier-purpose-missing");
  return (
    <PageShell {...shell} width="form">
      <Breadcrumb
        label={common("breadcrumb")}
        crumbs={[
          { label: inbox("title"), href: "/werkvoorraad" },
          { label: choices.reference, href: path },
          { label: t("title") },
        ]}
      />
      <PageHeading title={t("title")} lead={t("lead")} />
      {fault === null ? null : <ErrorSummary heading={t("wrong")} items={[{ text: fault, field: "purpose" }]} />}
      <Card>
        <DossierForm choices={choices} fault={fault} chosen={fault === null ? null : query} />
      </Card>
    </PageShell>
  );
}
