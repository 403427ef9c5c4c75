"use client";

import { useRouter } from "next/navigation";
import { useActionState, useEffect } from "react";
import { DateField } from "@/components/ui/date-field";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SelectField, TextAreaField, TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { emptyForm, type FormProblem, type FormState, problemsFor, textOf } from "@/lib/web/form-state";
import type { ActField, ActFormProps, ActText } from "./act";

/** Something that an officer does with a report: a plain form, which comes back with all that was typed. */
export function ActForm(props: ActFormProps) {
  return <ActFields {...props} act={useAct(props.action)} />;
}

interface Act {
  /** What was refused, with all that was typed. */
  readonly state: FormState;
  readonly submit: (form: FormData) => void;
}

export function useAct(action: ActFormProps["action"]): Act {
  const [state, submit] = useActionState(action, emptyForm);
  const router = useRouter();
  const isStale = state.problems.some(({ code }) => code === "report-changed");

  useEffect(() => {
    if (isStale) router.refresh();
  }, [isStale, router]);

  return { state, submit };
}

type ActFieldsProps = Omit<ActFormProps, "action"> & { readonly act: Act };

export function ActFields({ id, act, given, fields, button, look = "main", text }: ActFieldsProps) {
  const { state, submit } = act;
  return (
    <form action={submit} noValidate={true} className="grid content-start gap-4">
      <ErrorSummary
        heading={text.errorHeading}
        titlePrefix={text.errorPrefix}
        items={firstOfEachField(state.problems).map((problem) => ({
          text: sentenceOf(problem, text),
          field: fields.some(({ name }) => name === problem.field) ? `${id}-${problem.field}` : undefined,
        }))}
      />
      {Object.entries(given).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.length === 0 ? null : (
        <div className="grid gap-4 lg:grid-cols-2">
          {fields.map((field) => (
            <Field key={field.name} id={`${id}-${field.name}`} field={field} state={state} />
          ))}
        </div>
      )}
      <div>
        <SubmitButton look={look} pendingText={text.pending}>
          {button}
        </SubmitButton>
      </div>
    </form>
  );
}

/** A day that cannot be read breaks more than one rule; one sentence about it is enough. */
function firstOfEachField(problems: readonly FormProblem[]): readonly FormProblem[] {
  return problems.filter(({ field }, index) => problems.findIndex((other) => other.field === field) === index);
}

function sentenceOf({ code, facts, sentence }: FormProblem, text: ActText): string {
  if (code !== "report-changed") return sentence;
  const who = String(facts?.["who"] ?? "") || text.somebody;
  return text.changed.replace("{who}", who).replace("{status}", text.statuses[String(facts?.["status"])] ?? "");
}

interface FieldProps {
  readonly id: string;
  readonly field: ActField;
  readonly state: FormState;
}

function Field({ id, field, state }: FieldProps) {
  const { name, label, hint } = field;
  const typed = textOf(state, name);
  const text = { id, name, label, hint, error: problemsFor(state, name)[0]?.sentence };
  switch (field.kind) {
    case "select":
      return (
        <SelectField
          {...text}
          options={field.options}
          prompt={field.prompt ?? ""}
          width="full"
          defaultValue={typed || field.initial}
        />
      );
    case "words":
      return <TextAreaField {...text} optional={field.optional} rows={3} defaultValue={typed} />;
    case "line":
      return <TextField {...text} optional={field.optional} autoComplete="off" defaultValue={typed} />;
    case "day":
      return <DateField {...text} hint={field.hint} defaultValue={typed || field.initial} />;
  }
}
