"use client";

import { type ReactNode, useId, useRef } from "react";
import { Button, type ButtonLook } from "./button";
import type { Examples } from "./examples";
import { Icon } from "./icon";

interface DialogProps {
  /** The words on the button that opens it. */
  readonly trigger: string;
  readonly triggerLook?: ButtonLook;
  readonly title: string;
  readonly closeText: string;
  readonly children: ReactNode;
}

/** The browser's own dialog: it keeps the focus inside, closes with Escape and gives the focus back. */
export function Dialog({ trigger, triggerLook = "secondary", title, closeText, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  return (
    <>
      <Button look={triggerLook} aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}>
        {trigger}
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby={titleId}
        className="m-auto w-full max-w-160 rounded-xl bg-paper p-0 text-ink shadow-over backdrop:bg-ink/40 max-sm:mb-0 max-sm:max-w-full max-sm:rounded-b-none"
      >
        <div className="grid gap-4 p-5 sm:p-6">
          <div className="-mt-1 flex items-center justify-between gap-4">
            <h2 id={titleId} className="text-xl">
              {title}
            </h2>
            <Button look="plain" onClick={() => dialog.current?.close()}>
              <Icon name="close" size={16} />
              {closeText}
            </Button>
          </div>
          {children}
        </div>
      </dialog>
    </>
  );
}

export const examples: Examples = {
  closed: (
    <Dialog trigger="Alle toetsen" title="Toetsen in de werkvoorraad" closeText="Sluiten">
      <p>J en K: een melding verder of terug.</p>
    </Dialog>
  ),
};
