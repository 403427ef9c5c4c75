"use client";

import { ActionForm, choiceOf, fieldOf, type ProblemWords } from "@/components/account/action-form";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { TextAreaField, TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { type FieldValues, type FormState, filledForm } from "@/lib/web/form-state";

interface TextFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  /** Null: a new text. */
  readonly id: string | null;
  readonly start: FieldValues;
  readonly kinds: readonly { readonly value: string; readonly label: string; readonly hint: string }[];
  readonly words: {
    readonly problems: ProblemWords;
    readonly kind: string;
    readonly name: string;
    readonly nameHint: string;
    readonly text: string;
    readonly textHint: string;
    readonly submit: string;
  };
}

export function TextForm({ action, id, start, kinds, words }: TextFormProps) {
  const labels = { kind: words.kind, name: words.name, text: words.text };
  return (
    <ActionForm action={action} start={filledForm(start)} words={words.problems} labels={labels}>
      {(state) => (
        <>
          {id === null ? null : <input type="hidden" name="id" value={id} />}
          <ChoiceGroup kind="radio" {...choiceOf(state, "kind")} label={words.kind} choices={kinds} />
          <TextField {...fieldOf(state, "name")} label={words.name} hint={words.nameHint} autoComplete="off" />
          <TextAreaField {...fieldOf(state, "text")} label={words.text} hint={words.textHint} rows={8} />
          <div>
            <SubmitButton look="secondary">{words.submit}</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
