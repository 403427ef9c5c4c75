"use client";

import { type ReactNode, useEffect, useRef } from "react";
import type { Examples } from "./examples";

/**
 * Puts the focus on what just became true, so that a screen reader reads it first; also when the same becomes true once
 * more and takes away the row with the button that was pressed.
 */
export function FocusOnArrival({ children }: { readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const last = useRef<Element>(null);
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      last.current = target instanceof Element ? target : null;
    };
    document.addEventListener("focusin", note);
    return () => document.removeEventListener("focusin", note);
  }, []);
  // A page that renews itself takes the focus from nothing that is still there.
  useEffect(() => {
    if (!last.current?.isConnected) box.current?.focus();
  });
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
