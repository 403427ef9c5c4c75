import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { AskedCard } from "@/components/conversation/asked-card";
import { PageHeading } from "@/components/layout/page-heading";
import { PageShell } from "@/components/layout/page-shell";
import { PageNews } from "@/components/live/page-news";
import { DraftList } from "@/components/reports/drafts/draft-list";
import { ListFilterForm } from "@/components/reports/list/list-filter-form";
import { listRow } from "@/components/reports/list-row";
import { ListSearch } from "@/components/reports/list-search";
import { ListViews } from "@/components/reports/list-views";
import { type ListText, ReportTable } from "@/components/reports/report-table";
import { ToConfirmCard } from "@/components/reports/to-confirm-card";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { TextLink } from "@/components/ui/text-link";
import { listAsked } from "@/lib/conversation/queries.server";
import { findSchoolLocations } from "@/lib/directory/queries.server";
import { formatCount } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { messages } from "@/lib/i18n/messages";
import { type Translate, translatorFor } from "@/lib/i18n/translator";
import type { SchoolViewer } from "@/lib/identity/viewer";
import { type ListView, listViews, type ReportListFilter } from "@/lib/reports/list-filter";
import { listDrafts } from "@/lib/reports/queries/drafts.server";
import { findToConfirm } from "@/lib/reports/queries/to-confirm.server";
import { countReports, listOfficers, listReports } from "@/lib/reports/queries.server";
import { type Now, now as readClock } from "@/lib/shared/clock";
import { pageViewer } from "@/lib/web/require-viewer.server";
import { shellProps } from "@/lib/web/shell.server";
import { getTranslations } from "@/lib/web/words.server";
import { discardDraftAction, searchAction } from "./actions";
import { isNarrowed, type ListWish, listAddress, listFileAddress, readListAddress } from "./list-address";
import { filterOf, listChoices } from "./list-choices";

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
  const [page, locations, officers, counts, shell, locale] = await Promise.all([
    listReports(viewer, now, { ...filter, cursor }),
    findSchoolLocations(viewer),
    listOfficers(viewer),
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
          <ButtonLink look="main" href="/meldingen/nieuw">
            {t("reports.list.new")}
          </ButtonLink>
        }
      />
      <DraftNotice done={query["concept"]} t={t} />
      <WhatWaits viewer={viewer} now={now} locale={locale} />
      {!hasAny ? null : (
        <ListHead wish={wish} counts={counts} known={{ locations, officers }} table={table} locale={locale} />
      )}
      {page.rows.length === 0 ? (
        <Nothing {...nothingOf(view, { isFirst, hasAny, isNarrowed: narrowed }, t)} />
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
      {!hasAny ? null : <ListLinks wish={wish} t={t} />}
      <PageNews now={now} />
    </PageShell>
  );
}

interface ListHeadProps {
  readonly wish: ListWish;
  readonly counts: Readonly<Record<ListView, number>>;
  readonly known: Parameters<typeof listChoices>[1];
  readonly table: ListText;
  readonly locale: Locale;
}

/** What is looked for, what is left out, and which part of the list it is. */
function ListHead({ wish, counts, known, table, locale }: ListHeadProps) {
  const t = translatorFor(locale);
  return (
    <>
      <ListSearch {...searchWords(t)} action={searchAction} table={table} locale={locale} />
      <ListFilterForm
        {...listChoices(wish, known, locale)}
        isNarrowed={isNarrowed(wish)}
        clearHref={listAddress({ view: wish.view })}
      />
      <ListViews
        label={t("reports.list.views.label")}
        views={listViews.map((one) => ({
          href: listAddress({ ...wish, view: one }),
          name: t(`reports.list.views.${one}`),
          count: formatCount(counts[one], locale),
          isCurrent: one === wish.view,
        }))}
      />
    </>
  );
}

interface WaitingProps {
  readonly viewer: SchoolViewer;
  readonly now: Now;
  readonly locale: Locale;
}

/** What somebody of the school has to do: answer, confirm, send or finish. */
async function WhatWaits({ viewer, now, locale }: WaitingProps) {
  const [asked, toConfirm, drafts] = await Promise.all([
    listAsked(viewer, now),
    findToConfirm(viewer, now),
    listDrafts(viewer, now),
  ]);
  return (
    <>
      <AskedCard lines={asked} />
      <ToConfirmCard reports={toConfirm} t={translatorFor(locale)} locale={locale} />
      <DraftList drafts={drafts} discard={discardDraftAction} locale={locale} />
    </>
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

interface ListLinksProps {
  readonly wish: ListWish;
  readonly t: Translate;
}

/** What more can be done with the list: take it along, or see what became of all of it. */
function ListLinks({ wish, t }: ListLinksProps) {
  return (
    <p className="flex flex-wrap gap-x-6 gap-y-2 print:hidden">
      <TextLink href="/meldingen/resultaten">{t("myReports.outcomes.link")}</TextLink>
      {(["xlsx", "csv"] as const).map((kind) => (
        <a key={kind} href={listFileAddress(wish, kind)} download={true}>
          {t(`myReports.file.${kind}`)}
        </a>
      ))}
    </p>
  );
}

async function countViews(viewer: SchoolViewer, filter: ReportListFilter): Promise<Readonly<Record<ListView, number>>> {
  const { cursor: _cursor, order: _order, ...asked } = filter;
  const [open, done, all] = await Promise.all(listViews.map((view) => countReports(viewer, { ...asked, view })));
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
  list: { readonly isFirst: boolean; readonly hasAny: boolean; readonly isNarrowed: boolean },
  t: Translate,
): Emptiness {
  const said = (name: "empty" | "emptyOpen" | "emptyDone" | "emptyPage") => ({
    title: t(`reports.list.${name}Title`),
    text: t(`reports.list.${name}Text`),
  });
  if (!list.hasAny) return { ...said("empty"), begin: t("reports.list.new") };
  if (!list.isFirst) return { ...said("emptyPage"), begin: null };
  if (list.isNarrowed) {
    return { title: t("myReports.filter.nothingTitle"), text: t("myReports.filter.nothingText"), begin: null };
  }
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
