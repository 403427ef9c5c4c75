import type { ReactNode } from "react";

interface PageHeadingProps {
  readonly title: ReactNode;
  /** The line below: what, when, which reference. */
  readonly lead?: ReactNode;
  /** Buttons at the end of the line. */
  readonly actions?: ReactNode;
}

export function PageHeading({ title, lead, actions }: PageHeadingProps) {
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="grid min-w-0 gap-1">
        <h1>{title}</h1>
        {lead === undefined ? null : <div className="max-w-text text-ink-soft">{lead}</div>}
      </div>
      {actions === undefined ? null : <div className="flex flex-wrap items-center gap-2.5 print:hidden">{actions}</div>}
    </div>
  );
}
