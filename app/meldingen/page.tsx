import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { PageNews } from "@/components/live/page-news";
import { listRow } from "@/components/reports/list-row";
import { ReportTable } from "@/components/reports/report-table";
import { ButtonLink } from "@/components/ui/button";
import { Pagination } from "@/components/ui/pagination";
import { findSchoolLocations } from "@/lib/directory/queries.server";
import { messages } from "@/lib/i18n/messages";
import { translatorFor } from "@/lib/i18n/translator";
import type { SchoolViewer } from "@/lib/identity/viewer";
import { can } from "@/lib/policy/can";
import { type ListView, listViews, type ReportListFilter } from "@/lib/reports/list-filter";
import { listKeptLists } from "@/lib/reports/queries/kept-lists.server";
import { countReports, listOfficers, listReports } from "@/lib/reports/queries.server";
import { now as readClock } from "@/lib/shared/clock";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";
import { isNarrowed, listAddress, readListAddress } from "./list-address";
import { filterOf } from "./list-choices";
import { ListHead, ListLinks } from "./list-head";
import { Nothing } from "./nothing";
import { DraftNotice, ListNotice, WhatWaits } from "./what-waits";

type Props = PageProps<"/meldingen">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reports.list"))("title") };
}

export default async function ReportsPage({ searchParams }: Props) {
  const viewer = await pageViewer("/meldingen");
  if (viewer.kind !== "school") notFound();
  const query = await searchParams;
  const { cursor, ...wish } = readListAddress(query);
  const { view } = wish;
  const filter = filterOf(viewer, wish);
  const now = readClock();
  const [page, locations, officers, kept, counts, shell, locale] = await Promise.all([
    listReports(viewer, now, { ...filter, cursor }),
    findSchoolLocations(viewer),
    listOfficers(viewer),
    listKeptLists(viewer),
    countViews(viewer, filter),
    shellProps(viewer, "/meldingen"),
    getLocale(),
  ]);
  const t = translatorFor(locale);
  const { columns } = messages[locale].reports.list;
  const table = { caption: t("reports.list.caption", { view: t(`reports.list.views.${view}`) }), columns };
  const isFirst = cursor === undefined;
  const narrowed = isNarrowed(wish);
  const hasAny = counts.all > 0 || narrowed;
  return (
    <PageShell {...shell}>
      <PageHeading
        title={t("reports.list.title")}
        actions={
          <>
            {can(viewer, "import:begin", viewer) ? (
              <ButtonLink href="/meldingen/importeren">{t("imports.link")}</ButtonLink>
            ) : null}
            <ButtonLink look="main" href="/meldingen/nieuw">
              {t("reports.list.new")}
            </ButtonLink>
          </>
        }
      />
      <DraftNotice done={query["concept"]} t={t} />
      <ListNotice done={query["lijst"]} t={t} />
      <WhatWaits viewer={viewer} now={now} locale={locale} />
      {!hasAny ? null : (
        <ListHead
          wish={wish}
          kept={kept}
          counts={counts}
          known={{ locations, officers }}
          table={table}
          locale={locale}
        />
      )}
      {page.rows.length === 0 ? (
        <Nothing view={view} list={{ isFirst, hasAny, isNarrowed: narrowed }} t={t} />
      ) : (
        <ReportTable rows={page.rows.map((row) => listRow(row, { t, locale, now }))} text={table} locale={locale} />
      )}
      <Pagination
        label={t("common.list.pages")}
        summary={t("reports.list.shown", { count: page.rows.length })}
        previous={isFirst ? null : { href: listAddress(wish), label: t("reports.list.first") }}
        next={
          page.nextCursor === null ? null : { href: listAddress(wish, page.nextCursor), label: t("reports.list.next") }
        }
      />
      {!hasAny ? null : <ListLinks wish={wish} cursor={cursor} t={t} />}
      <PageNews now={now} />
    </PageShell>
  );
}

async function countViews(viewer: SchoolViewer, filter: ReportListFilter): Promise<Readonly<Record<ListView, number>>> {
  const { cursor: _cursor, order: _order, ...asked } = filter;
  const [open, done, all] = await Promise.all(listViews.map((view) => countReports(viewer, { ...asked, view })));
  return { open: open ?? 0, done: done ?? 0, all: all ?? 0 };
}
