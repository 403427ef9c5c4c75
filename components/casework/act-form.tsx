"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useFormAction } from "@/components/layout/use-form-action";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { DateField } from "@/components/ui/date-field";
import { Details } from "@/components/ui/details";
import { SelectField, TextAreaField, TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { emptyForm, type FormState, problemsFor, textOf } from "@/lib/web/form-state";
import type { ActField, ActFormProps } from "./act";
import { ActProblems } from "./act-problems";
import { GoneAct } from "./gone-act";

interface Act {
  /** What was refused, with all that was typed. */
  readonly state: FormState;
  readonly submit: (form: FormData) => void;
}

/**
 * Something that an officer does with a report: a plain form, which comes back with all that was typed. What cannot be
 * done any more is drawn as gone, not left out, so that whoever was refused reads why.
 */
export function ActForm({ isGone = false, isOnOwnPage = false, ...props }: ActFormProps) {
  const act = useAct(props.action, isOnOwnPage);
  return isGone ? <GoneAct {...props} state={act.state} /> : <ActFields {...props} act={act} />;
}

export function useAct(action: ActFormProps["action"], isOnOwnPage = false): Act {
  const [state, submit] = useFormAction(action, emptyForm);
  const router = useRouter();
  const isStale = state.problems.some(({ code }) => code === "report-changed");

  useEffect(() => {
    if (isStale && !isOnOwnPage) router.refresh();
  }, [isStale, isOnOwnPage, router]);

  return { state, submit };
}

const flows = {
  column: "contents",
  row: "flex flex-wrap items-end gap-3 *:first:max-w-80 *:first:grow *:first:basis-48",
} as const;

type ActFieldsProps = Omit<ActFormProps, "action" | "isGone" | "isOnOwnPage"> & { readonly act: Act };

export function ActFields({
  id,
  act,
  given,
  fields,
  more,
  button,
  look = "main",
  flow = "column",
  text,
}: ActFieldsProps) {
  const { state, submit } = act;
  return (
    <form action={submit} noValidate={true} className="grid content-start gap-4">
      <ActProblems id={id} fields={[...fields, ...(more?.fields ?? [])]} state={state} text={text} />
      {Object.entries(given).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className={flows[flow]}>
        <Fields id={id} fields={fields} state={state} />
        {more === undefined ? null : (
          <Details summary={more.label} isOpen={more.fields.some(({ name }) => textOf(state, name) !== "")}>
            <Fields id={id} fields={more.fields} state={state} />
          </Details>
        )}
        <div>
          <SubmitButton look={look} pendingText={text.pending}>
            {button}
          </SubmitButton>
        </div>
      </div>
    </form>
  );
}

interface FieldsProps {
  readonly id: string;
  readonly fields: readonly ActField[];
  readonly state: FormState;
}

function Fields({ id, fields, state }: FieldsProps) {
  if (fields.length === 0) return null;
  return (
    <div className="@container">
      <div className="grid gap-4 @lg:grid-cols-2">
        {fields.map((field) => (
          <Field key={field.name} id={`${id}-${field.name}`} field={field} state={state} />
        ))}
      </div>
    </div>
  );
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
          {...(field.prompt === undefined ? {} : { prompt: field.prompt })}
          width="full"
          defaultValue={typed || field.initial}
        />
      );
    case "choice":
      return (
        <div className="@lg:col-span-2">
          <ChoiceGroup {...text} kind="radio" choices={field.options} chosen={[typed]} columns={2} />
        </div>
      );
    case "words":
      return <TextAreaField {...text} optional={field.optional} rows={3} defaultValue={typed} />;
    case "line":
      return <TextField {...text} optional={field.optional} autoComplete="off" defaultValue={typed || field.initial} />;
    case "day":
      return <DateField {...text} hint={field.hint} defaultValue={typed || field.initial} />;
  }
}
