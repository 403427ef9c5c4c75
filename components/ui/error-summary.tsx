"use client";

import { type MouseEvent, useEffect, useRef } from "react";
import type { Examples } from "./examples";
import { Icon } from "./icon";

export interface ErrorItem {
  readonly text: string;
  /** The id of the field; without it the item is no link. */
  readonly field?: string | undefined;
}

export interface ErrorSummaryProps {
  readonly heading: string;
  readonly lead?: string | undefined;
  readonly items: readonly ErrorItem[];
  /** Goes before the title of the page, "Fout: ", so that a tab and a screen reader say it first. */
  readonly titlePrefix?: string;
}

/** First in the form. Takes the focus when it comes, and again when the form comes back with other problems. */
export function ErrorSummary({ heading, lead, items, titlePrefix = "" }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (items.length > 0) box.current?.focus();
  }, [items]);

  useEffect(() => {
    const title = document.title;
    if (items.length === 0 || titlePrefix === "" || title.startsWith(titlePrefix)) return;
    document.title = `${titlePrefix}${title}`;
    return () => {
      document.title = title;
    };
  }, [items, titlePrefix]);

  if (items.length === 0) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="grid gap-2 rounded-xl border-2 border-danger bg-paper px-5 py-4 text-ink"
    >
      <h2 className="flex items-center gap-2 text-danger">
        <Icon name="warning" size={20} />
        {heading}
      </h2>
      {lead === undefined ? null : <p>{lead}</p>}
      <ul className="grid list-disc gap-1 pl-5">
        {items.map((item) => (
          <li key={`${item.field} ${item.text}`}>
            {item.field === undefined ? (
              item.text
            ) : (
              <a
                href={`#${item.field}`}
                onClick={(event) => focusField(event, item.field)}
                className="font-semibold text-danger hover:text-danger-strong"
              >
                {item.text}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The browser only scrolls to the field; whoever follows the link wants to type. */
function focusField(event: MouseEvent, id: string | undefined): void {
  const field = id === undefined ? null : document.getElementById(id);
  if (field === null) return;
  event.preventDefault();
  field.focus({ preventScroll: true });
  (field.closest("fieldset") ?? field.parentElement ?? field).scrollIntoView({ block: "start" });
}

export const examples: Examples = {
  two: (
    <ErrorSummary
      heading="Er klopt iets nog niet"
      lead="Wat u heeft ingevuld, is bewaard."
      items={[
        { text: "Vul de eerste dag in, bijvoorbeeld 31-5-2026", field: "firstDay" },
        { text: "Deze leerling is niet gevonden" },
      ]}
    />
  ),
};
