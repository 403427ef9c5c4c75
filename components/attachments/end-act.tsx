"use client";

import type { ReactNode } from "react";
import type { ActFormProps } from "@/components/casework/act";
import { ActFields, useAct } from "@/components/casework/act-form";
import { Details } from "@/components/ui/details";

interface EndActProps {
  readonly summary: string;
  /** What it means, before it is done. */
  readonly children: ReactNode;
  readonly form: ActFormProps;
}

/** Something that is done seldom, behind a click; open at once when it comes back with something to mend. */
export function EndAct({ summary, children, form: { action, ...form } }: EndActProps) {
  const act = useAct(action);
  return (
    <Details summary={summary} isOpen={act.state.problems.length > 0}>
      {children}
      <ActFields {...form} act={act} />
    </Details>
  );
}
