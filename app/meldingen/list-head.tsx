import { KeptLists } from "@/components/reports/list/kept-lists";
import { ListFilterForm } from "@/components/reports/list/list-filter-form";
import { ListSearch } from "@/components/reports/list-search";
import { ListViews } from "@/components/reports/list-views";
import type { ListText } from "@/components/reports/report-table";
import { Details } from "@/components/ui/details";
import { TextLink } from "@/components/ui/text-link";
import { KeepViewFields } from "@/components/views/keep-view-fields";
import { formatCount } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { type Translate, translatorFor } from "@/lib/i18n/translator";
import type { KeptListView } from "@/lib/reports/kept-lists";
import { type ListView, listViews } from "@/lib/reports/list-filter";
import { fileKinds } from "@/lib/statistics/file";
import { dropListAction, keepListAction, searchAction } from "./actions";
import {
  isNarrowed,
  keptAddress,
  type ListWish,
  listAddress,
  listFileAddress,
  listQuery,
  printAddress,
} from "./list-address";
import { listChoices } from "./list-choices";

interface ListHeadProps {
  readonly wish: ListWish;
  readonly kept: readonly KeptListView[];
  readonly counts: Readonly<Record<ListView, number>>;
  readonly known: Parameters<typeof listChoices>[1];
  readonly table: ListText;
  readonly locale: Locale;
}

/** What is looked for, what is left out, and which part of the list it is. */
export function ListHead({ wish, kept, counts, known, table, locale }: ListHeadProps) {
  const t = translatorFor(locale);
  return (
    <>
      <ListSearch words={searchWords(t)} action={searchAction} table={table} locale={locale} />
      <KeptLists
        lists={kept.map(({ id, name, query }) => {
          const href = keptAddress(query);
          return { id, name, href, isCurrent: href === listAddress(wish) };
        })}
        drop={dropListAction}
      />
      <ListFilterForm
        {...listChoices(wish, known, locale)}
        isNarrowed={isNarrowed(wish)}
        clearHref={listAddress({ view: wish.view })}
        keep={<KeepList wish={wish} t={t} />}
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

/** A choice that was made can be kept; the list as it always opens cannot. */
function KeepList({ wish, t }: { readonly wish: ListWish; readonly t: Translate }) {
  const chosen = listQuery(wish).toString();
  if (chosen === "") return null;
  return (
    <Details key={chosen} summary={t("myReports.keep.title")}>
      <KeepViewFields
        action={keepListAction}
        given={{ chosen }}
        words={{
          problems: {
            heading: t("common.form.errorHeading"),
            lead: t("common.form.errorLead"),
            titlePrefix: t("common.form.errorTitlePrefix"),
          },
          name: t("myReports.keep.name"),
          nameHint: t("myReports.keep.nameHint"),
          keep: t("myReports.keep.keep"),
        }}
      />
    </Details>
  );
}

function searchWords(t: Translate) {
  return {
    label: t("reports.list.search"),
    hint: t("reports.list.searchHint"),
    button: t("reports.list.searchButton"),
    found: t("reports.list.found"),
    more: t("reports.list.foundMore"),
    nothing: t("reports.list.foundNothing"),
    clear: t("reports.list.clear"),
  };
}

interface ListLinksProps {
  readonly wish: ListWish;
  readonly cursor: string | undefined;
  readonly t: Translate;
}

/** What more can be done with the list: take it along, or see what became of all of it. */
export function ListLinks({ wish, cursor, t }: ListLinksProps) {
  return (
    <p className="flex flex-wrap gap-x-6 gap-y-2 print:hidden">
      <TextLink href="/meldingen/resultaten">{t("myReports.outcomes.link")}</TextLink>
      <TextLink href="/meldingen/sjablonen">{t("reportTemplates.link")}</TextLink>
      <TextLink href={printAddress(wish, cursor)}>{t("myReports.print.link")}</TextLink>
      {fileKinds.map((kind) => (
        <a key={kind} href={listFileAddress(wish, kind)} download={true}>
          {t(`myReports.file.${kind}`)}
        </a>
      ))}
    </p>
  );
}
