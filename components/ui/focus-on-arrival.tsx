"use client";

import { type ReactNode, useEffect, useRef } from "react";
import type { Examples } from "./examples";

/** Puts the focus on what just became true, so that a screen reader reads it first. */
export function FocusOnArrival({ children }: { readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} className="outline-none">
      {children}
    </div>
  );
}

export const examples: Examples = {
  message: (
    <FocusOnArrival>
      <p>De melding is verstuurd.</p>
    </FocusOnArrival>
  ),
};
