import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { CasesTable } from "@/components/secure-site/cases-table";
import { TextLink } from "@/components/ui/text-link";
import { now } from "@/lib/shared/clock";
import { casesPath, chooseAddress, readSelection } from "@/lib/statistics/address";
import { listCasesBehind } from "@/lib/statistics/queries/cases.server";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { onlyText } from "@/lib/web/search-params";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("figures.cases"))("title") };
}

/** From a figure to the reports that it counts. */
export default async function CasesPage({ searchParams }: Props) {
  const [viewer, query] = [await pageViewer(casesPath), await searchParams];
  const [read, row] = [readSelection(query), onlyText(query["regel"])];
  if (!read.success || row === undefined) notFound();
  const cases = await orNotFound(() => listCasesBehind(viewer, { wish: read.data, row }, now()));
  const [t, shell] = await Promise.all([getTranslations("figures.cases"), shellProps(viewer, casesPath)]);
  return (
    <PageShell {...shell}>
      <p>
        <TextLink href={chooseAddress(read.data, "none")}>{t("back")}</TextLink>
      </p>
      <PageHeading title={t("title")} />
      <CasesTable cases={cases} path={viewer.kind === "school" ? "/meldingen" : "/werkvoorraad"} />
    </PageShell>
  );
}
