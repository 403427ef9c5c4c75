import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { oversightPath, readIdleDays } from "@/lib/casework/oversight";
import { findOversight } from "@/lib/casework/queries/oversight.server";
import { now } from "@/lib/shared/clock";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { onlyText } from "@/lib/web/search-params";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";
import { AgeCard, IdleCard, LoadCard, OutcomeCard, ReactionCard, WeekCard } from "./cards";

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("oversight"))("title") };
}

/** What the office has in hand, how long it lies and what comes of it; every number leads to its cases. */
export default async function OversightPage({ searchParams }: Props) {
  const viewer = await pageViewer(oversightPath);
  const idleDays = readIdleDays(onlyText((await searchParams)["dagen"]));
  const view = await orNotFound(() => findOversight(viewer, now(), idleDays));
  const [t, shell] = await Promise.all([getTranslations("oversight"), shellProps(viewer, oversightPath)]);
  return (
    <PageShell {...shell}>
      <PageHeading
        title={t("title")}
        lead={t("lead", { office: viewer.organisationName, open: view.open, over: view.over })}
      />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <AgeCard view={view} />
        <IdleCard view={view} idleDays={idleDays} />
        <LoadCard view={view} />
        <OutcomeCard view={view} />
      </div>
      <WeekCard view={view} />
      <ReactionCard view={view} />
    </PageShell>
  );
}
