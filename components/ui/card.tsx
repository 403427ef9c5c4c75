import type { ReactNode } from "react";
import { classes } from "./classes";
import type { Examples } from "./examples";

const edges = {
  none: "",
  brand: "border-l-[5px] border-l-brand print:border-l-0",
  attention: "border-l-[5px] border-l-attention print:border-l-0",
  danger: "border-l-[5px] border-l-danger print:border-l-0",
  good: "border-l-[5px] border-l-good print:border-l-0",
} as const;

export interface CardProps {
  /** With a title the card is a section that can be reached by its name; `id` then is required. */
  readonly title?: { readonly id: string; readonly text: ReactNode };
  /** Stands at the end of the title's line: a tag, a link. */
  readonly beside?: ReactNode;
  readonly edge?: keyof typeof edges;
  /** `wide` between the questions of a form. */
  readonly spacing?: "normal" | "wide";
  readonly children: ReactNode;
}

export function Card({ title, beside, edge = "none", spacing = "normal", children }: CardProps) {
  const look = classes("card", spacing === "wide" ? "gap-6" : "gap-4", edges[edge]);
  if (title === undefined) return <div className={look}>{children}</div>;
  return (
    <section aria-labelledby={title.id} className={look}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id={title.id}>{title.text}</h2>
        {beside}
      </div>
      {children}
    </section>
  );
}

export const examples: Examples = {
  titled: (
    <Card title={{ id: "verloop", text: "Wat er is gebeurd" }} beside={<span>3 stappen</span>} edge="brand">
      <p>U heeft de melding verstuurd.</p>
    </Card>
  ),
  bare: (
    <Card>
      <p>Sami de Boer, 15 jaar, klas 3B</p>
    </Card>
  ),
};
