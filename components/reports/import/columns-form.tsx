"use client";

import { ActionForm, fieldOf, type ProblemWords } from "@/components/account/action-form";
import { SelectField, type SelectOption } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { type FieldValues, type FormState, filledForm } from "@/lib/web/form-state";

export interface ColumnField {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
}

interface ColumnsFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly id: string;
  readonly heads: readonly string[];
  readonly fields: readonly ColumnField[];
  /** What can hold for rows that say nothing of it themselves. */
  readonly fixed: readonly (Omit<ColumnField, "hint"> & {
    readonly prompt: string;
    readonly options: readonly SelectOption[];
  })[];
  readonly start: FieldValues;
  readonly words: {
    readonly problems: ProblemWords;
    readonly none: string;
    readonly submit: string;
    readonly busy: string;
  };
}

/** Which column holds what; asked once for a school. */
export function ColumnsForm({ action, id, heads, fields, fixed, start, words }: ColumnsFormProps) {
  const labels = Object.fromEntries(fields.map(({ name, label }) => [name, label]));
  const options = heads.map((head) => ({ value: head, label: head }));
  return (
    <ActionForm action={action} start={filledForm(start)} words={words.problems} labels={labels}>
      {(state) => (
        <>
          <input type="hidden" name="id" value={id} />
          <div className="grid gap-x-6 gap-y-5 md:grid-cols-2">
            {fields.map(({ name, label, hint }) => (
              <SelectField
                key={name}
                {...fieldOf(state, name)}
                label={label}
                hint={hint}
                prompt={words.none}
                options={options}
              />
            ))}
            {fixed.map(({ name, label, prompt, options: choices }) => (
              <SelectField key={name} {...fieldOf(state, name)} label={label} prompt={prompt} options={choices} />
            ))}
          </div>
          <div>
            <SubmitButton pendingText={words.busy}>{words.submit}</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
