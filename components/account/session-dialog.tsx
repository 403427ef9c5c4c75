"use client";

import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { formatTime } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import type { SessionLeft } from "@/lib/identity/sign-in-state";
import type { Stage } from "./session-watch";
import { SignInHere, type SignInHereWords } from "./sign-in-here";

export interface SessionWords extends SignInHereWords {
  /** With # where the time goes. */
  readonly idleTitle: string;
  readonly idleText: string;
  readonly stay: string;
  readonly absoluteTitle: string;
  readonly absoluteText: string;
  readonly again: string;
  readonly later: string;
  readonly endedTitle: string;
  readonly endedText: string;
}

interface SessionDialogProps {
  readonly stage: Stage;
  readonly sitter: SessionLeft;
  readonly words: SessionWords;
  readonly locale: Locale;
  readonly onStay: () => void;
  readonly onLater: () => void;
  readonly onResumed: (left: SessionLeft) => void;
}

/** Warns that the session ends, or stands over a page whose session has ended until its person is back. */
export function SessionDialog(props: SessionDialogProps) {
  const { stage, sitter, words, locale, onStay, onLater, onResumed } = props;
  const [signsIn, setSignsIn] = useState(false);
  if (stage.kind === "ended" || signsIn) {
    return (
      <Cover title={words.endedTitle} text={words.endedText} isOpaque={true}>
        <SignInHere sitter={sitter} words={words} onResumed={onResumed} />
      </Cover>
    );
  }
  if (stage.kind === "absolute") {
    return (
      <Cover
        title={words.absoluteTitle.replace("#", timeOf(stage.at, locale))}
        text={words.absoluteText}
        onEscape={onLater}
      >
        <div className="flex flex-wrap gap-3">
          <Button look="main" onClick={() => setSignsIn(true)}>
            {words.again}
          </Button>
          <Button onClick={onLater}>{words.later}</Button>
        </div>
      </Cover>
    );
  }
  if (stage.kind !== "idle") return null;
  return (
    <Cover title={words.idleTitle.replace("#", timeOf(stage.at, locale))} text={words.idleText} onEscape={onStay}>
      <div>
        <Button look="main" onClick={onStay}>
          {words.stay}
        </Button>
      </div>
    </Cover>
  );
}

function timeOf(at: number, locale: Locale): string {
  return formatTime(new Date(at), locale);
}

interface CoverProps {
  readonly title: string;
  readonly text: string;
  readonly isOpaque?: boolean;
  readonly onEscape?: () => void;
  readonly children: ReactNode;
}

/** The browser's own dialog: what lies under it cannot be reached and, once the session has ended, not be seen. */
function Cover({ title, text, isOpaque = false, onEscape, children }: CoverProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const shown = dialog.current;
    const before = document.activeElement;
    if (shown !== null && !shown.open) shown.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onCancel={(event) => {
        event.preventDefault();
        onEscape?.();
      }}
      className={classes(
        "m-auto w-full max-w-120 rounded-xl bg-paper p-0 text-ink shadow-over print:hidden",
        isOpaque ? "backdrop:bg-wash" : "backdrop:bg-ink/40",
      )}
    >
      <div className="grid gap-4 p-5 sm:p-6">
        <h2 id={`${id}-title`} className="text-xl">
          {title}
        </h2>
        <p id={`${id}-text`}>{text}</p>
        {children}
      </div>
    </dialog>
  );
}
