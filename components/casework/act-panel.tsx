import type { ReactNode } from "react";
import { buttonClasses } from "@/components/ui/button";

interface ActPanelProps {
  readonly name: string;
  readonly title: string;
  readonly isOpen: boolean;
  readonly children: ReactNode;
}

/**
 * A button that opens its form below the whole row of buttons; of one row one is open at a time. The browser's own
 * `details`, so it needs no script.
 */
export function ActPanel({ name, title, isOpen, children }: ActPanelProps) {
  return (
    <details
      id={name}
      name="handeling"
      open={isOpen}
      className="group contents [&::details-content]:order-last [&::details-content]:basis-full [&:not([open])::details-content]:hidden"
    >
      <summary
        className={`${buttonClasses({})} list-none group-open:border-brand group-open:bg-brand-wash group-open:text-brand-strong [&::-webkit-details-marker]:hidden`}
      >
        {title}
      </summary>
      <div className="mt-2 rounded-lg border border-line bg-wash p-4 sm:p-5">{children}</div>
    </details>
  );
}
