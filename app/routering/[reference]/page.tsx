import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { OfficeSearch } from "@/components/routing/office-search";
import { PlaceForm } from "@/components/routing/place-form";
import { UnroutableFacts } from "@/components/routing/unroutable-facts";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { can } from "@/lib/policy/can";
import { findOffices, findUnroutable } from "@/lib/routing/queries.server";
import { now } from "@/lib/shared/clock";
import { NotFound } from "@/lib/shared/problem";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";
import { placeReportAction } from "./actions";

interface Props {
  readonly params: Promise<{ readonly reference: string }>;
  readonly searchParams: Promise<{ readonly kantoor?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ reference }, t] = await Promise.all([params, getTranslations("routing.page")]);
  return { title: t("title", { reference }) };
}

export default async function PlacePage({ params, searchParams }: Props) {
  const [{ reference }, { kantoor }] = await Promise.all([params, searchParams]);
  const path = `/routering/${reference}`;
  const viewer = await pageViewer(path);
  if (!can(viewer, "unroutable:list", {})) notFound();
  const words = typeof kantoor === "string" ? kantoor.slice(0, 100) : "";
  const report = await findUnroutable(viewer, now(), reference).catch(absentPage);
  const [offices, t, routing, common, shell] = await Promise.all([
    findOffices(viewer, now(), words),
    getTranslations("routing.page"),
    getTranslations("routing"),
    getTranslations("common"),
    shellProps(viewer, path),
  ]);
  return (
    <PageShell {...shell} width="form">
      <Breadcrumb
        label={common("breadcrumb")}
        crumbs={[{ label: routing("title"), href: "/routering" }, { label: t("crumb") }]}
      />
      <PageHeading title={t("title", { reference: report.reference })} />
      {report.why === "no-regime" ? (
        <Notice tone="warning" title={t("noRegime")}>
          <p>{t("noRegimeText")}</p>
        </Notice>
      ) : null}
      <UnroutableFacts report={report} />
      <Card title={{ id: "kantoor-zoeken", text: t("find") }} spacing="wide">
        <OfficeSearch path={path} words={words} isEmpty={words.trim() !== "" && offices.length === 0} />
        {offices.length === 0 ? null : (
          <PlaceForm
            action={placeReportAction}
            report={{ reference: report.reference, version: report.version }}
            offices={offices}
          />
        )}
      </Card>
    </PageShell>
  );
}

function absentPage(error: unknown): never {
  if (error instanceof NotFound) notFound();
  throw error;
}
