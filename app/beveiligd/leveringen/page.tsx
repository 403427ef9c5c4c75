import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { DatasetGuide } from "@/components/deliveries/dataset-guide";
import { DeliveryList } from "@/components/deliveries/delivery-list";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { SecureNav } from "@/components/secure-site/secure-nav";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { waitingMost } from "@/lib/deliveries/delivery";
import { listDeliveries } from "@/lib/deliveries/queries.server";
import { now } from "@/lib/shared/clock";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { problemSentence } from "@/lib/web/problem-sentence";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { onlyText } from "@/lib/web/search-params";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";
import { securePlaces } from "../secure-places";

const path = "/beveiligd/leveringen";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("deliveries"))("title") };
}

export default async function DeliveriesPage({ searchParams }: PageProps<"/beveiligd/leveringen">) {
  const viewer = await pageViewer(path);
  const { region, lines } = await orNotFound(() => listDeliveries(viewer, now()));
  const [t, shell, locale, asked] = await Promise.all([
    getTranslations("deliveries"),
    shellProps(viewer, path),
    getLocale(),
    searchParams,
  ]);
  const problem = onlyText(asked["probleem"]);
  return (
    <PageShell {...shell}>
      <PageHeading
        title={t("title")}
        lead={t("lead", { number: region.number, name: region.name })}
        actions={
          <ButtonLink look="main" href={`${path}/momentopname`}>
            {t("askSnapshot")}
          </ButtonLink>
        }
      />
      <SecureNav current={path} places={await securePlaces(viewer, locale)} />
      {asked["klaar"] === "aangevraagd" ? (
        <Notice tone="success" title={t("asked")} takesFocus={true}>
          <p>{t("askedText")}</p>
        </Notice>
      ) : null}
      {problem === undefined ? null : (
        <Notice
          tone="danger"
          title={problemSentence({ code: problem, facts: { count: waitingMost } }, locale)}
          takesFocus={true}
        />
      )}
      {lines.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      ) : (
        <DeliveryList lines={lines} />
      )}
      <DatasetGuide />
    </PageShell>
  );
}
