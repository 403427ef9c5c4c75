import type { ReactNode } from "react";

interface DeskColumnsProps {
  /** Lists to choose from; above the content on a narrow screen. */
  readonly rail: ReactNode;
  readonly children: ReactNode;
  /** The chosen case, beside the list where there is room and below it otherwise. */
  readonly peek?: ReactNode;
}

/** The officer's desk: lists, the list, the case. For a page of width `full`. */
export function DeskColumns({ rail, children, peek }: DeskColumnsProps) {
  const columns =
    peek === undefined
      ? "lg:grid-cols-[14rem_minmax(0,1fr)]"
      : "lg:grid-cols-[14rem_minmax(0,1fr)] 2xl:grid-cols-[14rem_minmax(0,1fr)_24rem]";
  return (
    <div className={`grid flex-1 content-start lg:content-stretch print:block ${columns}`}>
      <div className="border-line bg-paper p-3 max-lg:border-b lg:border-r lg:p-4 print:hidden">{rail}</div>
      <div className="grid min-w-0 content-start gap-4 px-4 py-5 sm:px-6">{children}</div>
      {peek === undefined ? null : (
        <div className="grid content-start gap-4 border-line bg-paper p-5 max-2xl:col-start-1 max-2xl:border-t lg:max-2xl:col-span-2 2xl:border-l">
          {peek}
        </div>
      )}
    </div>
  );
}
