import type { ReactNode } from "react";
import { Button } from "./button";
import { classes } from "./classes";
import type { Examples } from "./examples";

export interface TimelineItem {
  readonly id: string;
  /** `next` is planned, `new` asks something of the reader, `done` is behind. */
  readonly kind: "next" | "new" | "done";
  /** A sentence with the people in it. */
  readonly text: ReactNode;
  readonly moment: { readonly shown: string; readonly iso?: string | undefined };
  /** Stands behind the moment: a link that explains. */
  readonly beside?: ReactNode;
  /** What was said, or the answer that is asked. */
  readonly children?: ReactNode;
}

interface TimelineProps {
  readonly label: string;
  readonly items: readonly TimelineItem[];
}

export function Timeline({ label, items }: TimelineProps) {
  return (
    <ol aria-label={label} className="grid">
      {items.map((item) => (
        <TimelineEntry key={item.id} item={item} />
      ))}
    </ol>
  );
}

const dots = {
  next: "border-dotted border-ink-faint bg-paper",
  new: "border-brand bg-paper",
  done: "border-brand bg-brand print:bg-transparent",
} as const;

function TimelineEntry({ item: { kind, text, moment, beside, children } }: { readonly item: TimelineItem }) {
  const isNew = kind === "new";
  return (
    <li
      className={classes(
        "group relative grid gap-0.5 pb-5 pl-8.5 last:pb-0",
        kind === "next" && "text-ink-soft",
        isNew && "print:mx-0 -mx-2.5 mb-5 rounded-lg bg-brand-wash py-2.5 pr-3 pl-11 last:mb-0 last:pb-2.5",
      )}
    >
      <span
        aria-hidden="true"
        className={classes(
          "absolute w-0.5 bg-line-strong group-last:hidden",
          isNew ? "top-5 -bottom-8 left-[1.2rem]" : "top-4 -bottom-2 left-[0.575rem]",
        )}
      />
      <span
        aria-hidden="true"
        className={classes(
          "absolute size-3.5 rounded-full border-3",
          isNew ? "top-4 left-[0.825rem]" : "top-1.5 left-[0.2rem]",
          dots[kind],
        )}
      />
      <div className="max-w-text">{text}</div>
      <div className="text-sm text-ink-soft">
        {moment.iso === undefined ? moment.shown : <time dateTime={moment.iso}>{moment.shown}</time>}
        {beside ? <> · {beside}</> : null}
      </div>
      {children ? (
        <div
          className={classes(
            "mt-2 grid max-w-[62ch] gap-3 rounded-xl border border-line px-3.5 py-2.5 text-ink",
            isNew ? "bg-paper" : "bg-wash",
          )}
        >
          {children}
        </div>
      ) : null}
    </li>
  );
}

export const examples: Examples = {
  story: (
    <Timeline
      label="Wat er is gebeurd"
      items={[
        {
          id: "4",
          kind: "next",
          text: "Gesprek op het stadhuis, 12 november om 15.30 uur",
          moment: { shown: "gepland" },
        },
        {
          id: "3",
          kind: "new",
          text: (
            <>
              <strong>J. de Vries</strong> vraagt u om de verzuimstaat
            </>
          ),
          moment: { shown: "vandaag, 10.12 uur", iso: "2026-11-10T09:12:00Z" },
          children: (
            <>
              <p>Kunt u de verzuimstaat van oktober meesturen? Dan heb ik hem bij het gesprek.</p>
              <div>
                <Button look="main">Verzuimstaat maken en sturen</Button>
              </div>
            </>
          ),
        },
        {
          id: "2",
          kind: "done",
          text: (
            <>
              Ging naar <strong>Leerplicht Enschede</strong>, omdat Sami daar woont en jonger is dan 18
            </>
          ),
          moment: { shown: "vrijdag 6 november, 16.31 uur", iso: "2026-11-06T15:31:00Z" },
        },
        {
          id: "1",
          kind: "done",
          text: "U heeft de melding verstuurd",
          moment: { shown: "vrijdag 6 november, 16.31 uur", iso: "2026-11-06T15:31:00Z" },
        },
      ]}
    />
  ),
};
