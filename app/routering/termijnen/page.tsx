import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { OfficeNav } from "@/components/routing/office-nav";
import { TermsTable } from "@/components/terms/terms-table";
import { Notice } from "@/components/ui/notice";
import { listMunicipalityLadders } from "@/lib/reports/queries/ladders.server";
import { findOfficeTerms } from "@/lib/reports/queries/terms.server";
import { now } from "@/lib/shared/clock";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { onlyText } from "@/lib/web/search-params";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations, problemWords } from "@/lib/web/words.server";
import { officePlaces } from "../office-places";
import { FreeDaysCard, TermCard } from "./cards";
import { LadderCard } from "./ladder-card";

const path = "/routering/termijnen";
const outcomes = ["termijn", "termijn-weg", "dag", "dag-weg", "stappen"] as const;

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("clock.terms"))("title") };
}

/** What an office promises, from when on, and on which days it is closed. */
export default async function TermsPage({ searchParams }: Props) {
  const viewer = await pageViewer(path);
  const at = now();
  const view = await orNotFound(() => findOfficeTerms(viewer, at));
  const ladders = await listMunicipalityLadders(viewer, at);
  const [t, shell, problems, asked] = await Promise.all([
    getTranslations("clock.terms"),
    shellProps(viewer, path),
    problemWords(),
    searchParams,
  ]);
  const done = outcomes.find((outcome) => outcome === onlyText(asked["klaar"]));
  const office = viewer.organisationName;
  return (
    <PageShell {...shell}>
      <PageHeading title={t("title")} lead={t("lead", { office })} />
      <OfficeNav current="terms" open={officePlaces(viewer)} />
      {done === undefined ? null : <Notice tone="success" title={t(`done.${done}`)} takesFocus={true} />}
      <Notice title={t("promiseTitle")}>
        <p>{t("promise")}</p>
      </Notice>
      <TermsTable office={office} terms={view.terms} today={at.today} problems={problems} />
      <TermCard municipalities={view.municipalities} />
      <LadderCard ladders={ladders} />
      <FreeDaysCard freeDays={view.freeDays} today={at.today} />
    </PageShell>
  );
}
