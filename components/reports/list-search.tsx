"use client";

import { useAnyFormAction } from "@/components/layout/use-form-action";
import { Notice } from "@/components/ui/notice";
import { SearchBox } from "@/components/ui/search-box";
import { TextLink } from "@/components/ui/text-link";
import type { Locale } from "@/lib/i18n/locale";
import type { ListRow } from "./list-row";
import { type ListText, ReportTable } from "./report-table";

/** What was looked for and what was found; null: nothing was looked for yet. */
export interface SearchState {
  readonly text: string;
  readonly rows: readonly ListRow[] | null;
  /** There are more than are shown. */
  readonly hasMore: boolean;
  /** What went wrong, in words; null: nothing. */
  readonly fault: string | null;
}

interface ListSearchProps {
  readonly action: (state: SearchState, form: FormData) => Promise<SearchState>;
  readonly locale: Locale;
  readonly table: ListText;
  readonly words: {
    readonly label: string;
    readonly hint: string;
    readonly button: string;
    readonly found: string;
    readonly more: string;
    readonly nothing: string;
    readonly clear: string;
  };
}

const start: SearchState = { text: "", rows: null, hasMore: false, fault: null };

const ways = {
  unsent: (_: SearchState, form: FormData, fault: string): SearchState => ({
    text: String(form.get("zoek") ?? ""),
    rows: null,
    hasMore: false,
    fault,
  }),
  // What was found is looked for anew.
  known: () => start,
};

/** What is looked for in the own list, and what was found. */
export function ListSearch({ action, locale, table, words }: ListSearchProps) {
  const [state, search] = useAnyFormAction(action, start, ways);
  return (
    <div className="grid gap-4">
      <SearchBox action={search} defaultValue={state.text} look="secondary" words={words} />
      <div role="status" className="grid gap-3 empty:hidden">
        <Found state={state} locale={locale} table={table} words={words} />
      </div>
    </div>
  );
}

function Found({ state, locale, table, words }: Omit<ListSearchProps, "action"> & { readonly state: SearchState }) {
  if (state.fault !== null) return <Notice tone="danger" title={state.fault} />;
  if (state.rows === null) return null;
  return (
    <>
      {state.rows.length === 0 ? (
        <Notice title={words.nothing} />
      ) : (
        <>
          <h2>{words.found}</h2>
          {state.hasMore ? <p className="text-ink-soft">{words.more}</p> : null}
          <ReportTable rows={state.rows} text={{ ...table, caption: words.found }} locale={locale} />
        </>
      )}
      <p>
        <TextLink href="/meldingen">{words.clear}</TextLink>
      </p>
    </>
  );
}
