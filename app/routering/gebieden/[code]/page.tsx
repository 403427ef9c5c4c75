import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { CompetenceForm } from "@/components/routing/competence-form";
import { DutyCard } from "@/components/routing/duty-card";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { readArea } from "@/lib/directory/queries/areas.server";
import { regimes } from "@/lib/directory/regime";
import { now } from "@/lib/shared/clock";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations, problemWords } from "@/lib/web/words.server";
import { competenceAction } from "../actions";

const path = "/routering/gebieden";

interface Props {
  readonly params: Promise<{ readonly code: string }>;
  readonly searchParams: Promise<{ readonly klaar?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("routing.areas"))("title") };
}

/** One municipality: who has which duty, when, and the form that gives it to another office. */
export default async function AreaPage({ params, searchParams }: Props) {
  const viewer = await pageViewer(path);
  const [{ code }, { klaar }] = await Promise.all([params, searchParams]);
  const at = now();
  const area = await orNotFound(() => readArea(viewer, at, code));
  const [t, common, routing, shell] = await Promise.all([
    getTranslations("routing.areas"),
    getTranslations("common"),
    getTranslations("routing"),
    shellProps(viewer, path),
  ]);
  return (
    <PageShell {...shell} width="form">
      <Breadcrumb
        label={common("breadcrumb")}
        crumbs={[
          { label: routing("title"), href: "/routering" },
          { label: t("title"), href: path },
          { label: area.name },
        ]}
      />
      <PageHeading title={area.name} lead={t("areaLead")} />
      {klaar === "ja" ? <Notice tone="success" title={t("saved")} takesFocus={true} /> : null}
      {area.duties.map((duty) => (
        <DutyCard key={duty.regime} duty={duty} today={at.today} />
      ))}
      <Card title={{ id: "wijzigen", text: t("change") }} spacing="wide">
        <p className="text-ink-soft">{t("changeHelp")}</p>
        <CompetenceForm action={competenceAction} municipalityCode={area.code} {...(await formWords())} />
      </Card>
    </PageShell>
  );
}

async function formWords() {
  const [t, locale, problems] = await Promise.all([getTranslations("routing.areas"), getLocale(), problemWords()]);
  const words = {
    regimes: t("regimes"),
    officeCode: t("office"),
    from: t("from"),
    fromHint: t("fromHint"),
    findOffice: t("findOffice"),
    findOfficeHint: t("findOfficeHint"),
    search: t("search"),
    nothing: t("nothingOffice"),
    save: t("save"),
  };
  const choices = (["compulsory", "qualification", "over_18"] as const).map((value) => ({
    value,
    label: regimes[value].label[locale],
  }));
  return { words, problems, choices };
}
