import type { ReactNode } from "react";
import { classes } from "./classes";
import type { Examples } from "./examples";
import { TextLink } from "./text-link";

export interface SummaryRow {
  readonly term: string;
  readonly value: ReactNode;
  /** A link to change this answer. `about` says to a screen reader what it changes: "eerste dag". */
  readonly change?: { readonly href: string; readonly label: string; readonly about: string };
  /** Something else than a link, such as a button of the form that goes back a step. */
  readonly action?: ReactNode;
}

const looks = {
  /** Facts beside something else. */
  plain: {
    list: "grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5",
    row: "col-span-2 grid grid-cols-subgrid",
    change: "col-start-2",
  },
  /** A page to check before sending. */
  lined: {
    list: "grid",
    row: "grid gap-x-4 border-b border-line py-3 last:border-b-0 sm:grid-cols-[minmax(7rem,34%)_minmax(0,1fr)_auto]",
    change: "sm:text-right",
  },
} as const;

interface SummaryListProps {
  readonly rows: readonly SummaryRow[];
  readonly look?: keyof typeof looks;
}

export function SummaryList({ rows, look = "plain" }: SummaryListProps) {
  return (
    <dl className={looks[look].list}>
      {rows.map((row) => (
        <div key={row.term} className={looks[look].row}>
          <dt className="text-ink-soft">{row.term}</dt>
          <dd className="min-w-0">{row.value}</dd>
          {row.change || row.action ? (
            <dd className={classes("print:hidden", looks[look].change)}>
              {row.action}
              {row.change ? <ChangeLink {...row.change} /> : null}
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}

function ChangeLink({ href, label, about }: NonNullable<SummaryRow["change"]>) {
  return (
    <TextLink href={href}>
      {label}
      <span className="sr-only"> ({about})</span>
    </TextLink>
  );
}

export const examples: Examples = {
  plain: (
    <SummaryList
      rows={[
        { term: "Kantoor", value: "Leerplicht Enschede" },
        { term: "Bijlagen", value: "Nog geen" },
      ]}
    />
  ),
  lined: (
    <SummaryList
      look="lined"
      rows={[
        {
          term: "Eerste dag",
          value: "28 september 2026",
          change: { href: "?stap=wat", label: "Wijzigen", about: "eerste dag" },
        },
        { term: "Reden", value: "Verslapen" },
      ]}
    />
  ),
};
