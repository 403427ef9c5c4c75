"use client";

import { ActionForm, choiceOf, fieldOf, type ProblemWords } from "@/components/account/action-form";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { SelectField, type SelectOption, TextAreaField, TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { type FormState, problemsFor, textOf } from "@/lib/web/form-state";
import { KeptForm, type KeptFormProps } from "../drafts/kept-form";

export interface RowField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** Absent: a line to type on. */
  readonly options?: readonly SelectOption[];
  /** What no choice means. Absent: one must be made. */
  readonly prompt?: string;
  readonly isLong?: boolean;
}

interface RowFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly row: { readonly id: string; readonly line: number };
  readonly fields: readonly RowField[];
  /** With what is wrong now, and in `overlapReference` to which report the row was added. */
  readonly start: FormState;
  readonly kept: KeptFormProps;
  readonly words: {
    readonly problems: ProblemWords;
    readonly choose: string;
    readonly overlap: string;
    readonly followUp: string;
    readonly separate: string;
    readonly save: string;
    readonly busy: string;
  };
}

/** One row, to be put right where it stands. */
export function RowForm({ action, row, fields, start, kept, words }: RowFormProps) {
  const labels = Object.fromEntries(fields.map(({ name, label }) => [name, label]));
  return (
    <ActionForm action={action} start={start} words={words.problems} labels={labels}>
      {(state) => (
        <>
          <input type="hidden" name="id" value={row.id} />
          <input type="hidden" name="line" value={row.line} />
          <Overlap state={state} words={words} />
          <div className="grid gap-x-6 gap-y-5 md:grid-cols-2">
            {fields.map((field) => (
              <Field key={field.name} field={field} state={state} choose={words.choose} />
            ))}
          </div>
          <div>
            <SubmitButton pendingText={words.busy}>{words.save}</SubmitButton>
          </div>
          <KeptForm {...kept} answer={state} />
        </>
      )}
    </ActionForm>
  );
}

/** Days that stand in another report: is this more of that one, or another one? Nothing while they stand in none. */
function Overlap({ state, words }: Pick<RowFormProps, "words"> & { readonly state: FormState }) {
  const [problem] = problemsFor(state, "overlap");
  const reference = String(problem?.facts?.["reference"] ?? textOf(state, "overlapReference"));
  const isAnswered = textOf(state, "overlap") !== "";
  if (problem === undefined && !isAnswered) return null;
  const separate = { value: "separate", label: words.separate };
  return (
    <>
      <input type="hidden" name="overlapReference" value={reference} />
      <ChoiceGroup
        {...choiceOf(state, "overlap")}
        kind="radio"
        label={words.overlap}
        choices={reference === "" ? [separate] : [{ value: "follow-up", label: words.followUp }, separate]}
      />
    </>
  );
}

interface FieldProps {
  readonly field: RowField;
  readonly state: FormState;
  readonly choose: string;
}

function Field({ field: { name, label, hint, options, prompt, isLong = false }, state, choose }: FieldProps) {
  const text = { ...fieldOf(state, name), label, hint };
  if (options !== undefined) return <SelectField {...text} prompt={prompt ?? choose} options={options} />;
  if (isLong) return <TextAreaField {...text} rows={3} />;
  return <TextField {...text} autoComplete="off" width="long" />;
}
