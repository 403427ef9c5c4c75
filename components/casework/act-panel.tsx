"use client";

import { buttonClasses } from "@/components/ui/button";
import type { ActFormProps } from "./act";
import { ActFields, useAct } from "./act-form";

interface ActPanelProps {
  readonly title: string;
  readonly lead: string | undefined;
  readonly isOpen: boolean;
  readonly form: ActFormProps;
}

/**
 * A button that opens its form below the whole row of buttons; of one row one is open at a time. The browser's own
 * `details`, so it needs no script, and open when the form comes back with something to mend.
 */
export function ActPanel({ title, lead, isOpen, form: { action, ...form } }: ActPanelProps) {
  const act = useAct(action);
  return (
    <details
      id={form.id}
      name="handeling"
      open={isOpen || act.state.problems.length > 0}
      className="group contents [&::details-content]:order-last [&::details-content]:basis-full [&:not([open])::details-content]:hidden"
    >
      <summary
        className={`${buttonClasses({})} list-none group-open:border-brand group-open:bg-brand-wash group-open:text-brand-strong [&::-webkit-details-marker]:hidden`}
      >
        {title}
      </summary>
      <div className="mt-2 rounded-lg border border-line bg-wash p-4 sm:p-5">
        {lead === undefined ? null : <p className="mb-4 text-ink-soft">{lead}</p>}
        <ActFields {...form} act={act} />
      </div>
    </details>
  );
}
