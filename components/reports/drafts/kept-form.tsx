"use client";

import { useEffect, useRef, useState } from "react";
import { signedOutMeanwhile } from "@/components/account/session-watch";
import { Button } from "@/components/ui/button";
import type { Messages } from "@/lib/i18n/messages";
import type { FormState } from "@/lib/web/form-state";
import { FormKeeping, type FormStanding } from "./keep-form";

export interface KeptFormProps {
  /** As the desk keeps what is typed: the address of the page. */
  readonly place: string;
  /** What was typed earlier stands in the form. */
  readonly isBack: boolean;
  readonly text: Messages["drafts"]["kept"];
}

interface AnsweredProps extends KeptFormProps {
  /** Another one each time that the form was sent and came back. */
  readonly answer: FormState;
}

/** Keeps the form around it for whoever types in it, and says truly whether it is kept. Stands after its buttons. */
export function KeptForm({ place, isBack, text, answer }: AnsweredProps) {
  const here = useRef<HTMLDivElement>(null);
  const keeping = useRef<FormKeeping>(null);
  const first = useRef(answer);
  const [standing, setStanding] = useState<FormStanding>("nothing");

  useEffect(() => {
    const form = here.current?.closest("form");
    if (!form) return;
    const made = new FormKeeping(form, place, (now) => {
      setStanding(now);
      if (now === "signedOut") window.dispatchEvent(new Event(signedOutMeanwhile));
    });
    keeping.current = made;
    return made.start();
  }, [place]);

  useEffect(() => {
    if (answer !== first.current) keeping.current?.comeBack();
  }, [answer]);

  const isTrouble = standing === "trouble" || standing === "signedOut";
  return (
    <div ref={here} className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-soft print:hidden">
      <input type="hidden" name="keptAs" value={place} />
      {isBack ? (
        <p>
          {text.back}{" "}
          <Button
            type="submit"
            look="plain"
            size="small"
            formAction="/meldingen/typen/weg"
            formMethod="post"
            formEncType="application/x-www-form-urlencoded"
            formNoValidate={true}
          >
            {text.anew}
          </Button>
        </p>
      ) : null}
      <p className="empty:hidden">{standing === "waiting" || standing === "kept" ? text[standing] : null}</p>
      <p role="status" className="font-semibold text-attention empty:hidden">
        {isTrouble ? text.trouble : null}
      </p>
    </div>
  );
}
