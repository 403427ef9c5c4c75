"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { useFormAction } from "@/components/layout/use-form-action";
import { CountedTextArea } from "@/components/ui/counted-text-area";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { emptyForm, type FormState, problemsFor, textOf } from "@/lib/web/form-state";

export interface WordsFormText {
  readonly errorHeading: string;
  readonly errorPrefix: string;
  readonly busy: string;
  readonly left: string;
  readonly over: string;
}

interface DraftPlace {
  readonly address: string;
  /** What the words are to become. */
  readonly about: string;
  readonly kept: string;
}

interface WordsFormProps {
  /** The address of the field; several of these forms stand on one page. */
  readonly id: string;
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly given: Readonly<Record<string, string>>;
  readonly label: string;
  readonly hint?: string;
  readonly start?: string;
  readonly limit: number;
  readonly rows?: number;
  readonly button: string;
  readonly look?: "main" | "secondary";
  readonly text: WordsFormText;
  /** Where what is typed is kept, and what is said of it. Absent: it is kept nowhere. */
  readonly draft?: DraftPlace;
  /** Stands between the words and the button. */
  readonly children?: ReactNode;
}

/** One box for words and a button: a message, a note, an answer. It posts without script and keeps what was typed. */
export function WordsForm({ id, action, given, label, hint, start = "", limit, rows = 3, ...rest }: WordsFormProps) {
  const { button, look = "main", text, draft, children } = rest;
  const [state, submit] = useFormAction(action, emptyForm);
  const form = useRef<HTMLFormElement>(null);
  const isKept = useDraft(form, draft?.address, draft?.about);
  const problems = state.problems.map(({ sentence, field }) => ({
    text: sentence,
    field: field === "words" ? id : undefined,
  }));
  return (
    <form ref={form} action={submit} noValidate={true} className="grid content-start gap-3 print:hidden">
      <ErrorSummary heading={text.errorHeading} titlePrefix={text.errorPrefix} items={problems} />
      {Object.entries(given).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <CountedTextArea
        id={id}
        name="words"
        label={label}
        hint={hint}
        error={problemsFor(state, "words")[0]?.sentence}
        defaultValue={textOf(state, "words") || start}
        limit={limit}
        leftText={text.left}
        overText={text.over}
        rows={rows}
      />
      {children}
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton look={look} pendingText={text.busy}>
          {button}
        </SubmitButton>
        <span aria-live="polite" className="text-sm text-ink-soft">
          {isKept ? draft?.kept : null}
        </span>
      </div>
    </form>
  );
}

const pauseMilliseconds = 1_500;

/** Keeps the words of a form shortly after somebody stops typing, on leaving the field, and when the page goes away. */
function useDraft(
  form: React.RefObject<HTMLFormElement | null>,
  address: string | undefined,
  about: string | undefined,
): boolean {
  const [isKept, setIsKept] = useState(false);

  useEffect(() => {
    const element = form.current;
    if (address === undefined || about === undefined || element === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = async () => {
      timer = undefined;
      setIsKept(await sent(address, about, element));
    };
    const typed = () => {
      setIsKept(false);
      clearTimeout(timer);
      timer = setTimeout(() => void keep(), pauseMilliseconds);
    };
    const left = () => {
      if (timer === undefined) return;
      clearTimeout(timer);
      void keep();
    };
    // Whoever goes to the button of this form sends it, and what is kept must not come after that.
    const gone = ({ relatedTarget }: FocusEvent) => {
      if (!(relatedTarget instanceof Node && element.contains(relatedTarget))) left();
    };
    const submitted = () => {
      clearTimeout(timer);
      timer = undefined;
    };
    element.addEventListener("input", typed);
    element.addEventListener("focusout", gone);
    element.addEventListener("submit", submitted);
    document.addEventListener("visibilitychange", left);
    window.addEventListener("pagehide", left);
    return () => {
      left();
      element.removeEventListener("input", typed);
      element.removeEventListener("focusout", gone);
      element.removeEventListener("submit", submitted);
      document.removeEventListener("visibilitychange", left);
      window.removeEventListener("pagehide", left);
    };
  }, [form, address, about]);

  return isKept;
}

async function sent(address: string, about: string, form: HTMLFormElement): Promise<boolean> {
  const typed = new FormData(form);
  const body = new FormData();
  body.set("about", about);
  for (const name of ["reference", "words"]) body.set(name, String(typed.get(name) ?? ""));
  try {
    return (await fetch(address, { method: "POST", body, keepalive: true })).ok;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
