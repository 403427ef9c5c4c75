import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { EndedSubscriptions } from "@/components/secure-site/ended-subscriptions";
import { FigureCard } from "@/components/secure-site/figure-card";
import { StandOf } from "@/components/secure-site/figure-notes";
import { KeptViews } from "@/components/secure-site/kept-views";
import { SecureNav } from "@/components/secure-site/secure-nav";
import { Notice } from "@/components/ui/notice";
import { now } from "@/lib/shared/clock";
import { chooseAddress } from "@/lib/statistics/address";
import { listEndings } from "@/lib/statistics/queries/endings.server";
import { listSavedViews } from "@/lib/statistics/queries/saved-views.server";
import { findFigures, listPresets } from "@/lib/statistics/queries.server";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";
import { securePlaces } from "../secure-places";

const path = "/beveiligd/cijfers";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("figures"))("title") };
}

/** "Voor u": the questions that people in this work ask, answered. */
export default async function FiguresPage({ searchParams }: PageProps<"/beveiligd/cijfers">) {
  const viewer = await pageViewer(path);
  const at = now();
  const presets = await orNotFound(() => listPresets(viewer, at));
  const [views, kept, ended, asked, t, locale, shell] = await Promise.all([
    Promise.all(presets.map(({ selection }) => findFigures(viewer, selection, at))),
    listSavedViews(viewer),
    listEndings(viewer),
    searchParams,
    getTranslations("figures"),
    getLocale(),
    shellProps(viewer, path),
  ]);
  const keep = await getTranslations("figures.keep");
  return (
    <PageShell {...shell}>
      <PageHeading title={t("title")} lead={t("lead")} />
      <SecureNav current={path} places={await securePlaces(viewer, locale)} />
      {asked["bewaard"] === "ja" ? <Notice tone="success" title={keep("done")} takesFocus={true} /> : null}
      {asked["mail"] === "bewaard" ? (
        <Notice tone="success" title={keep("mailSaved")} takesFocus={true}>
          <p>{keep("mailSavedText")}</p>
        </Notice>
      ) : null}
      <EndedSubscriptions ended={ended} />
      <KeptViews views={kept} />
      <Notice>
        <StandOf countedAt={views[0]?.countedAt ?? null} />
        <p>{t("byFives")}</p>
      </Notice>
      <div className="grid gap-5">
        {presets.map(({ id, title, chart, selection }, at) => {
          const view = views[at];
          return view === undefined ? null : (
            <FigureCard
              key={id}
              id={id}
              title={title[locale]}
              chart={chart}
              view={view}
              href={chooseAddress(selection, chart)}
            />
          );
        })}
      </div>
    </PageShell>
  );
}
