import { getLocale } from "next-intl/server";
import { ImportRows } from "@/components/reports/import/import-rows";
import { ListViews } from "@/components/reports/list-views";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { formatCount } from "@/lib/i18n/format";
import type { SchoolViewer } from "@/lib/identity/viewer";
import { type RowView, rowViews, verdictsOf } from "@/lib/reports/import/stages";
import type { ImportView } from "@/lib/reports/import/views";
import { findImportRow, listImportRows } from "@/lib/reports/queries/import-rows.server";
import { now } from "@/lib/shared/clock";
import { orNotFound } from "@/lib/web/or-not-found.server";
import { rowSentences } from "@/lib/web/row-sentences";
import { onlyText } from "@/lib/web/search-params";
import { getTranslations } from "@/lib/web/words.server";
import { leaveOutAction } from "../actions";
import { MendForm } from "./mend-form";

export interface RowsAddress {
  readonly view: RowView;
  /** Rows after this line. */
  readonly after: number;
  /** The row that is being mended. Null: none. */
  readonly line: number | null;
  readonly done: string | undefined;
}

type Asked = Readonly<Record<string, string | string[] | undefined>>;

/** What is wrong is shown first. */
export function readRowsAddress(asked: Asked, { counts }: Pick<ImportView, "counts">): RowsAddress {
  const view = rowViews.find((known) => known === onlyText(asked["toon"]));
  return {
    view: view ?? (counts.wrong > 0 ? "wrong" : "all"),
    after: numberIn(asked["na"]) ?? 0,
    line: numberIn(asked["regel"]) ?? null,
    done: onlyText(asked["klaar"]),
  };
}

function numberIn(value: string | string[] | undefined): number | undefined {
  const text = onlyText(value);
  return text !== undefined && /^\d{1,7}$/.test(text) ? Number(text) : undefined;
}

interface RowsProps {
  readonly viewer: SchoolViewer;
  readonly found: ImportView;
  readonly address: RowsAddress;
}

/** The rows with what the desk says of each; or one of them, to be mended. */
export async function Rows({ viewer, found, address }: RowsProps) {
  const [t, locale] = await Promise.all([getTranslations("imports"), getLocale()]);
  const { line, done } = address;
  return (
    <section id="regels" aria-label={t("rows.label")} className="grid gap-4">
      {done === "goed" ? <Notice tone="success" title={t("rows.mended")} takesFocus={line === null} /> : null}
      {done === "niet" ? <Notice tone="success" title={t("rows.leftOutDone")} takesFocus={true} /> : null}
      <ListViews
        label={t("views.label")}
        views={rowViews.map((one) => ({
          href: rowsAddress(found, { toon: one }),
          name: t(`views.${one}`),
          count: formatCount(countOf(one, found), locale),
          isCurrent: one === address.view,
        }))}
      />
      {line === null ? (
        <AllRows viewer={viewer} found={found} address={address} />
      ) : (
        <OneRow viewer={viewer} found={found} view={address.view} line={line} />
      )}
    </section>
  );
}

function rowsAddress(
  { id }: Pick<ImportView, "id">,
  query: Readonly<Record<string, string>>,
  place = "regels",
): string {
  return `/meldingen/importeren/${id}?${new URLSearchParams(query)}#${place}`;
}

async function AllRows({ viewer, found, address: { view, after } }: RowsProps) {
  const [t, locale] = await Promise.all([getTranslations("imports"), getLocale()]);
  const { rows, nextCursor } = await listImportRows(viewer, now(), { id: found.id, view, after });
  return (
    <>
      <ImportRows
        rows={rows.map((row) => ({ ...row, sentences: rowSentences(row.problems, locale) }))}
        locale={locale}
        mendHref={(at) => rowsAddress(found, { toon: view, regel: String(at) }, `regel-${at}`)}
        mending={null}
      />
      <Pagination
        label={t("views.label")}
        summary={t("rows.shown", { count: rows.length })}
        previous={after === 0 ? null : { href: rowsAddress(found, { toon: view }), label: t("rows.first") }}
        next={
          nextCursor === null
            ? null
            : { href: rowsAddress(found, { toon: view, na: nextCursor }), label: t("rows.next") }
        }
      />
    </>
  );
}

interface OneRowProps extends Omit<RowsProps, "address"> {
  readonly view: RowView;
  readonly line: number;
}

async function OneRow({ viewer, found, view, line }: OneRowProps) {
  const locale = await getLocale();
  const row = await orNotFound(() => findImportRow(viewer, now(), { id: found.id, line }));
  const back = rowsAddress(found, { toon: view });
  return (
    <ImportRows
      // What is wrong stands in the form itself, at its fields.
      rows={[{ ...row, sentences: [] }]}
      locale={locale}
      mendHref={() => back}
      mending={<MendForm viewer={viewer} importId={found.id} row={row} back={back} leaveOut={leaveOutAction} />}
    />
  );
}

function countOf(view: RowView, { counts }: ImportView): number {
  return verdictsOf[view].reduce((sum, verdict) => sum + counts[verdict], 0);
}
