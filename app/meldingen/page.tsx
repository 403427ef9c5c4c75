import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { AskedCard } from "@/components/conversation/asked-card";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { PageNews } from "@/components/live/page-news";
import { DraftList } from "@/components/reports/drafts/draft-list";
import { listRow } from "@/components/reports/list-row";
import { ListSearch } from "@/components/reports/list-search";
import { ListViews } from "@/components/reports/list-views";
import { ReportTable } from "@/components/reports/report-table";
import { ToConfirmCard } from "@/components/reports/to-confirm-card";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { listAsked } from "@/lib/conversation/queries.server";
import { formatCount } from "@/lib/i18n/format";
import { messages } from "@/lib/i18n/messages";
import { type Translate, translatorFor } from "@/lib/i18n/translator";
import type { SchoolViewer } from "@/lib/identity/viewer";
import { type ListView, listViews } from "@/lib/reports/list-filter";
import { listDrafts } from "@/lib/reports/queries/drafts.server";
import { findToConfirm } from "@/lib/reports/queries/to-confirm.server";
import { countReports, listReports } from "@/lib/reports/queries.server";
import { now as readClock } from "@/lib/shared/clock";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";
import { discardDraftAction, searchAction } from "./actions";
import { listAddress, readListAddress } from "./list-address";

type Props = PageProps<"/meldingen">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reports.list"))("title") };
}

export default async function ReportsPage({ searchParams }: Props) {
  const viewer = await pageViewer("/meldingen");
  if (viewer.kind !== "school") notFound();
  const query = await searchParams;
  const { view, cursor } = readListAddress(query);
  const now = readClock();
  const [page, drafts, counts, asked, toConfirm, shell, locale] = await Promise.all([
    listReports(viewer, now, { view, cursor }),
    listDrafts(viewer, now),
    countViews(viewer),
    listAsked(viewer, now),
    findToConfirm(viewer, now),
    shellProps(viewer, "/meldingen"),
    getLocale(),
  ]);
  const t = translatorFor(locale);
  const { columns } = messages[locale].reports.list;
  const table = { caption: t("reports.list.caption", { view: t(`reports.list.views.${view}`) }), columns };
  const isFirst = cursor === undefined;
  return (
    <PageShell {...shell}>
      <PageHeading
        title={t("reports.list.title")}
        actions={
          <ButtonLink look="main" href="/meldingen/nieuw">
            {t("reports.list.new")}
          </ButtonLink>
        }
      />
      <AskedCard lines={asked} />
      <ToConfirmCard reports={toConfirm} t={t} locale={locale} />
      <DraftNotice done={query["concept"]} t={t} />
      <DraftList drafts={drafts} discard={discardDraftAction} locale={locale} />
      {counts.all === 0 ? null : <ListSearch {...searchWords(t)} action={searchAction} table={table} locale={locale} />}
      {counts.all === 0 ? null : (
        <ListViews
          label={t("reports.list.views.label")}
          views={listViews.map((one) => ({
            href: listAddress(one),
            name: t(`reports.list.views.${one}`),
            count: formatCount(counts[one], locale),
            isCurrent: one === view,
          }))}
        />
      )}
      {page.rows.length === 0 ? (
        <Nothing {...nothingOf(view, { isFirst, hasAny: counts.all > 0 }, t)} />
      ) : (
        <ReportTable rows={page.rows.map((row) => listRow(row, { t, locale, now }))} text={table} locale={locale} />
      )}
      <Pagination
        label={t("common.list.pages")}
        summary={t("reports.list.shown", { count: page.rows.length })}
        previous={isFirst ? null : { href: listAddress(view), label: t("reports.list.first") }}
        next={
          page.nextCursor === null ? null : { href: listAddress(view, page.nextCursor), label: t("reports.list.next") }
        }
      />
      <PageNews now={now} />
    </PageShell>
  );
}

const draftActs = ["bewaard", "apart", "klaargezet", "weg", "veranderd"] as const;

/** What was just done with a draft. */
function DraftNotice({ done, t }: { readonly done: string | string[] | undefined; readonly t: Translate }) {
  const act = draftActs.find((one) => one === done);
  if (act === undefined) return null;
  return (
    <Notice tone={act === "veranderd" ? "warning" : "success"} title={t(`drafts.done.${act}`)} takesFocus={true} />
  );
}

async function countViews(viewer: SchoolViewer): Promise<Readonly<Record<ListView, number>>> {
  const [open, done, all] = await Promise.all(listViews.map((view) => countReports(viewer, { view })));
  return { open: open ?? 0, done: done ?? 0, all: all ?? 0 };
}

function searchWords(t: Translate) {
  return {
    words: {
      label: t("reports.list.search"),
      hint: t("reports.list.searchHint"),
      button: t("reports.list.searchButton"),
      found: t("reports.list.found"),
      nothing: t("reports.list.foundNothing"),
      clear: t("reports.list.clear"),
    },
  };
}

interface Emptiness {
  readonly title: string;
  readonly text: string;
  /** A button to begin with; null where there is nothing to begin. */
  readonly begin: string | null;
}

function nothingOf(
  view: ListView,
  list: { readonly isFirst: boolean; readonly hasAny: boolean },
  t: Translate,
): Emptiness {
  const said = (name: "empty" | "emptyOpen" | "emptyDone" | "emptyPage") => ({
    title: t(`reports.list.${name}Title`),
    text: t(`reports.list.${name}Text`),
  });
  if (!list.hasAny) return { ...said("empty"), begin: t("reports.list.new") };
  if (!list.isFirst) return { ...said("emptyPage"), begin: null };
  return { ...said(view === "done" ? "emptyDone" : "emptyOpen"), begin: null };
}

function Nothing({ title, text, begin }: Emptiness) {
  return (
    <EmptyState
      title={title}
      action={
        begin === null ? null : (
          <ButtonLink look="main" href="/meldingen/nieuw">
            {begin}
          </ButtonLink>
        )
      }
    >
      {text}
    </EmptyState>
  );
}
