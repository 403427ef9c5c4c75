import type { ReactNode } from "react";
import { ButtonLink } from "./button";
import type { Examples } from "./examples";

interface EmptyStateProps {
  readonly title: string;
  /** What to do now, or why nothing is here. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="grid justify-items-center gap-3 rounded-xl border border-dashed border-line-strong bg-paper px-6 py-12 text-center">
      <EmptyWeek />
      <p className="text-lg font-bold">{title}</p>
      {children ? <div className="max-w-[52ch] text-ink-soft">{children}</div> : null}
      {action}
    </div>
  );
}

/** The mark of the desk, drawn as five days on which nobody is missing. */
function EmptyWeek() {
  return (
    <svg aria-hidden="true" viewBox="0 0 54 30" width="54" height="30" className="fill-sunken stroke-line-strong">
      {[1, 12.5, 24, 35.5, 47].map((left) => (
        <rect key={left} x={left} y="1" width="6" height="28" rx="3" />
      ))}
    </svg>
  );
}

export const examples: Examples = {
  withAction: (
    <EmptyState
      title="U heeft nog geen meldingen"
      action={
        <ButtonLink look="main" href="/meldingen/nieuw">
          Verzuim melden
        </ButtonLink>
      }
    >
      Wat u meldt, ziet u hier terug, met wat het kantoor ermee doet.
    </EmptyState>
  ),
};
