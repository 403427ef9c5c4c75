import type { ComponentProps, ReactNode } from "react";
import type { Examples } from "./examples";
import { Icon } from "./icon";

interface DetailsProps {
  readonly summary: string;
  readonly children: ReactNode;
  readonly isOpen?: boolean;
  readonly onToggle?: ComponentProps<"details">["onToggle"];
}

export function Details({ summary, children, isOpen = false, onToggle }: DetailsProps) {
  return (
    <details open={isOpen} onToggle={onToggle} className="group min-w-0">
      <summary className="inline-flex min-h-6 list-none items-center gap-1.5 font-semibold text-brand hover:text-brand-strong hover:underline [&::-webkit-details-marker]:hidden">
        <span className="transition-transform duration-100 group-open:rotate-90 print:hidden">
          <Icon name="chevron-right" size={14} />
        </span>
        {summary}
      </summary>
      <div className="mt-2 grid gap-3 border-l-2 border-line pl-4">{children}</div>
    </details>
  );
}

export const examples: Examples = {
  closed: (
    <Details summary="Waarom vragen wij dit?">
      <p>Het kantoor bepaalt met de eerste dag welke regels gelden.</p>
    </Details>
  ),
  open: (
    <Details summary="Welke soort past?" isOpen={true}>
      <p>Bij spijbelen past meestal 16 uur in 4 weken.</p>
    </Details>
  ),
};
