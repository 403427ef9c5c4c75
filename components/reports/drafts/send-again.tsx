"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { signedInAgain, signedOutMeanwhile } from "@/components/account/session-watch";

interface SendAgainProps {
  /** The value of the button that was pressed. */
  readonly button: string;
  /** For who has no script: another way to sign in. */
  readonly children: ReactNode;
}

/** The form came back because the session had ended: asks to sign in over it, and then presses the same button again. */
export function SendAgain({ button, children }: SendAgainProps) {
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const again = () => {
      const form = place.current?.closest("form");
      const pressed = form?.querySelector<HTMLButtonElement>(`button[name=go][value="${CSS.escape(button)}"]`);
      if (form && pressed) form.requestSubmit(pressed);
    };
    window.addEventListener(signedInAgain, again);
    window.dispatchEvent(new Event(signedOutMeanwhile));
    return () => window.removeEventListener(signedInAgain, again);
  }, [button]);

  return <div ref={place}>{children}</div>;
}
