"use client";

import { useEffect, useRef } from "react";
import { useAnyFormAction } from "@/components/layout/use-form-action";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Notice } from "@/components/ui/notice";
import { SearchBox } from "@/components/ui/search-box";
import { StatusTag } from "@/components/ui/status-tag";
import { TextLink } from "@/components/ui/text-link";
import type { FoundRow, InboxSearchState } from "./search-rows";

interface SearchDeskProps {
  readonly action: (state: InboxSearchState, form: FormData) => Promise<InboxSearchState>;
  readonly words: {
    readonly label: string;
    readonly hint: string;
    readonly button: string;
    readonly pending: string;
    readonly nothing: string;
    readonly nothingText: string;
    readonly schools: string;
    readonly columns: Readonly<Record<"student" | "type" | "school" | "filed" | "officer" | "status", string>>;
  };
}

const start: InboxSearchState = { text: "", found: null, fault: null };

const ways = {
  unsent: (_: InboxSearchState, form: FormData, fault: string): InboxSearchState => ({
    text: String(form.get("zoek") ?? ""),
    found: null,
    fault,
  }),
  // What was found is looked for anew.
  known: () => start,
};

/** What is looked for in all cases of the office, and what was found. */
export function SearchDesk({ action, words }: SearchDeskProps) {
  const [state, search] = useAnyFormAction(action, start, ways);
  const field = useRef<HTMLInputElement>(null);

  // One comes to this page to type here.
  useEffect(() => field.current?.focus(), []);

  return (
    <>
      <SearchBox action={search} defaultValue={state.text} look="main" field={field} words={words} />
      <div role="status" className="grid gap-4 empty:hidden">
        <Found state={state} words={words} />
      </div>
    </>
  );
}

function Found({
  state: { found, fault },
  words,
}: { readonly state: InboxSearchState } & Pick<SearchDeskProps, "words">) {
  if (fault !== null) return <Notice tone="danger" title={fault} />;
  if (found === null) return null;
  const { title, rows, schools } = found;
  if (rows.length + schools.length === 0) {
    return (
      <Notice title={words.nothing}>
        <p>{words.nothingText}</p>
      </Notice>
    );
  }
  return (
    <>
      <h2>{title}</h2>
      {rows.length === 0 ? null : (
        <DataTable
          caption={title}
          rows={rows}
          columns={columnsOf(words.columns)}
          keyOf={({ reference }) => reference}
          linkOf={({ href }) => href}
        />
      )}
      {schools.length === 0 ? null : (
        <section className="grid gap-2">
          <h2>{words.schools}</h2>
          <ul className="grid gap-1">
            {schools.map(({ href, label, count }) => (
              <li key={href}>
                <TextLink href={href}>{label}</TextLink> <span className="text-ink-soft">{count}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function columnsOf(columns: SearchDeskProps["words"]["columns"]): readonly Column<FoundRow>[] {
  return [
    { key: "student", header: columns.student, cell: ({ student }) => student, namesRow: true },
    {
      key: "status",
      header: columns.status,
      cell: ({ statusText, isOpen }) => <StatusTag tone={isOpen ? "busy" : "neutral"}>{statusText}</StatusTag>,
    },
    { key: "type", header: columns.type, cell: ({ type }) => type },
    { key: "school", header: columns.school, cell: ({ school }) => school },
    {
      key: "filed",
      header: columns.filed,
      cell: ({ filed }) => <span className="whitespace-nowrap">{filed}</span>,
      showFrom: "lg",
    },
    { key: "officer", header: columns.officer, cell: ({ officer }) => officer, showFrom: "lg" },
  ];
}
