import type { ReactNode } from "react";

interface TwoColumnsProps {
  readonly children: ReactNode;
  readonly aside: ReactNode;
}

/** The story on the left, what belongs to it on the right; one below the other where there is no room. */
export function TwoColumns({ children, aside }: TwoColumnsProps) {
  return (
    <div className="grid items-start gap-5 sm:gap-6 lg:grid-cols-[minmax(0,1fr)_21rem] print:block">
      <div className="grid min-w-0 gap-5 sm:gap-6">{children}</div>
      <aside className="grid min-w-0 gap-5 sm:gap-6">{aside}</aside>
    </div>
  );
}
