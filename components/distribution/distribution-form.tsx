"use client";

import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import type { ProblemWords } from "@/components/account/action-form";
import { useFormAction } from "@/components/layout/use-form-action";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { emptyForm, type FormState, textsOf } from "@/lib/web/form-state";
import { handsOn } from "./desk-hands";

export interface DistributionWords {
  readonly problems: ProblemWords;
  readonly none: string;
  readonly one: string;
  /** With `COUNT` where the number goes. */
  readonly more: string;
  readonly submit: string;
  readonly pending: string;
  readonly keysTitle: string;
  readonly keys: string;
}

interface DistributionFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly words: DistributionWords;
  readonly list: ReactNode;
  readonly receivers: ReactNode;
}

const Refused = createContext<FormState>(emptyForm);

/** What waits on the left, who could have it on the right. Without script it is a form with boxes to tick. */
export function DistributionForm({ action, words, list, receivers }: DistributionFormProps) {
  const [state, submit] = useFormAction(action, emptyForm);
  const form = useRef<HTMLFormElement>(null);
  const [count, setCount] = useState(0);

  useEffect(() => (form.current === null ? undefined : handsOn(form.current, setCount)), []);

  return (
    <form ref={form} action={submit} noValidate={true} className="grid gap-5">
      <ErrorSummary
        {...words.problems}
        items={state.problems.map(({ sentence, field }) => ({ text: sentence, field: field?.split(".")[0] }))}
      />
      <Refused value={state}>
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="grid min-w-0 gap-3">{list}</div>
          <div className="grid gap-4 lg:sticky lg:top-4">
            {receivers}
            <output className="text-sm text-ink-soft">{chosenText(count, words)}</output>
            <SubmitButton pendingText={words.pending}>{words.submit}</SubmitButton>
            <details className="text-sm text-ink-soft max-sm:hidden">
              <summary className="w-fit cursor-pointer">{words.keysTitle}</summary>
              <p className="mt-2">{words.keys}</p>
            </details>
          </div>
        </div>
      </Refused>
    </form>
  );
}

function chosenText(count: number, { none, one, more }: DistributionWords): string {
  if (count === 0) return none;
  return count === 1 ? one : more.replace("COUNT", String(count));
}

interface TickProps {
  readonly kind: "checkbox" | "radio";
  readonly id: string;
  readonly name: "reports" | "to";
  readonly value: string;
  readonly disabled?: boolean;
}

/** A box that stays ticked when the form was refused. */
export function Tick({ kind, id, name, value, disabled = false }: TickProps) {
  const isTicked = textsOf(useContext(Refused), name).includes(value);
  return (
    <input
      type={kind}
      id={id}
      name={name}
      value={value}
      disabled={disabled}
      defaultChecked={isTicked}
      className="mt-0.5 size-5 accent-brand outline-none"
    />
  );
}
