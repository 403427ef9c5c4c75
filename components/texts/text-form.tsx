"use client";

import { ActionForm, errorAt, type ProblemWords } from "@/components/account/action-form";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { TextAreaField, TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { type FieldValues, type FormState, filledForm, textOf, textsOf } from "@/lib/web/form-state";

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
          <ChoiceGroup
            kind="radio"
            name="kind"
            label={words.kind}
            choices={kinds}
            chosen={textsOf(state, "kind")}
            error={errorAt(state, "kind")}
          />
          <TextField
            name="name"
            label={words.name}
            hint={words.nameHint}
            autoComplete="off"
            defaultValue={textOf(state, "name")}
            error={errorAt(state, "name")}
          />
          <TextAreaField
            name="text"
            label={words.text}
            hint={words.textHint}
            rows={8}
            defaultValue={textOf(state, "text")}
            error={errorAt(state, "text")}
          />
          <div>
            <SubmitButton look="secondary">{words.submit}</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
