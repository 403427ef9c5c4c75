"use client";

import type { ReactNode } from "react";
import { useFormAction } from "@/components/layout/use-form-action";
import { ErrorSummary } from "@/components/ui/error-summary";
import { emptyForm, type FormProblem, type FormState, problemsFor, textOf, textsOf } from "@/lib/web/form-state";

/** The words around a form's problems; a form in the browser has no messages of its own. */
export interface ProblemWords {
  readonly heading: string;
  readonly titlePrefix: string;
  readonly lead?: string;
}

interface ActionFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly start?: FormState;
  readonly words: ProblemWords;
  /** The names of the fields, by which the summary says where something must be filled in. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly children: (state: FormState) => ReactNode;
}

/** A form that posts without script, and comes back with its problems first and with all that was typed. */
export function ActionForm({ action, start = emptyForm, words, labels = {}, children }: ActionFormProps) {
  const [state, submit] = useFormAction(action, start);
  return (
    <form action={submit} noValidate={true} className="grid gap-5">
      <ErrorSummary {...words} items={state.problems.map((problem) => itemOf(problem, labels))} />
      {children(state)}
    </form>
  );
}

function itemOf({ sentence, field }: FormProblem, labels: Readonly<Record<string, string>>) {
  const name = field?.split(".")[0];
  // A field that nobody asked for may be called anything, `constructor` too.
  const label = name !== undefined && Object.hasOwn(labels, name) ? labels[name] : undefined;
  if (label === undefined) return { text: sentence, field: name };
  return { text: label.endsWith("?") ? `${label} ${sentence}` : `${label}: ${sentence}`, field: name };
}

export function errorAt(state: FormState, field: string): string | undefined {
  return problemsFor(state, field)[0]?.sentence;
}

/** What a field has of its form: what was typed in it, and what is wrong with that. */
export function fieldOf<Name extends string>(state: FormState, name: Name) {
  return { name, defaultValue: textOf(state, name), error: errorAt(state, name) };
}

/** The same of a question with answers to choose from. */
export function choiceOf<Name extends string>(state: FormState, name: Name) {
  return { name, chosen: textsOf(state, name), error: errorAt(state, name) };
}
