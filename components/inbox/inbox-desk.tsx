import type { ReactNode } from "react";
import { classes } from "@/components/ui/classes";

interface InboxDeskProps {
  readonly rail: ReactNode;
  readonly children: ReactNode;
  /** The chosen report; null when none is. It stands beside the list on a wide screen only. */
  readonly peek: ReactNode;
}

/** Lists, the list, the report: side by side where there is room. */
export function InboxDesk({ rail, children, peek }: InboxDeskProps) {
  return (
    <div
      className={classes(
        "grid flex-1 content-start lg:grid-cols-[12.5rem_minmax(0,1fr)] lg:content-stretch",
        peek !== null && "xl:grid-cols-[12.5rem_minmax(0,1fr)_20.5rem] bar:grid-cols-[12.5rem_minmax(0,1fr)_24rem]",
      )}
    >
      <div className="border-line bg-paper p-3 max-lg:border-b lg:border-r lg:px-3 lg:py-5 print:hidden">{rail}</div>
      <div className="grid min-w-0 content-start gap-3 px-4 py-4 sm:px-5 sm:py-5">{children}</div>
      {peek === null ? null : peek}
    </div>
  );
}
