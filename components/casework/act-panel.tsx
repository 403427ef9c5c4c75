"use client";

import { useEffect, useRef, useState } from "react";
import { buttonClasses } from "@/components/ui/button";
import type { ActFormProps } from "./act";
import { ActFields, useAct } from "./act-form";
import { GoneAct } from "./gone-act";

interface ActPanelProps {
  readonly title: string;
  readonly lead: string | undefined;
  readonly isOpen: boolean;
  readonly form: ActFormProps;
  /** Where the form stands in the page at once, for who has no script. */
  readonly plain: { readonly href: string; readonly label: string };
}

/**
 * A button that opens its form below the whole row of buttons; of one row one is open at a time. The form is made when
 * it is first opened, for most are not; it is there at once when it comes back with something to mend.
 */
export function ActPanel({ title, lead, isOpen, form: { action, isGone, ...form }, plain }: ActPanelProps) {
  const act = useAct(action);
  const box = useRef<HTMLDetailsElement>(null);
  const [wasOpened, setWasOpened] = useState(isOpen);

  useEffect(() => {
    // Somebody may have been quicker than the script.
    if (box.current?.open) setWasOpened(true);
  }, []);

  if (isGone) return <GoneAct {...form} state={act.state} />;
  return (
    <details
      ref={box}
      id={form.id}
      name="handeling"
      onToggle={(event) => {
        if (event.currentTarget.open) setWasOpened(true);
      }}
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
        {wasOpened || act.state.problems.length > 0 ? (
          <ActFields {...form} act={act} />
        ) : (
          <noscript>
            <a href={plain.href}>{plain.label}</a>
          </noscript>
        )}
      </div>
    </details>
  );
}
