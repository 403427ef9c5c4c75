"use client";

import { ActionForm, errorAt, type ProblemWords } from "@/components/account/action-form";
import { DateField } from "@/components/ui/date-field";
import { TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { type FormState, textOf } from "@/lib/web/form-state";

interface FreeDayFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly words: {
    readonly problems: ProblemWords;
    readonly day: string;
    readonly dayHint: string;
    readonly name: string;
    readonly nameHint: string;
    readonly submit: string;
  };
}

export function FreeDayForm({ action, words }: FreeDayFormProps) {
  return (
    <ActionForm action={action} words={words.problems} labels={{ day: words.day, name: words.name }}>
      {(state) => (
        <>
          <DateField
            name="day"
            label={words.day}
            hint={words.dayHint}
            defaultValue={textOf(state, "day")}
            error={errorAt(state, "day")}
          />
          <TextField
            name="name"
            label={words.name}
            hint={words.nameHint}
            autoComplete="off"
            defaultValue={textOf(state, "name")}
            error={errorAt(state, "name")}
          />
          <div>
            <SubmitButton look="secondary">{words.submit}</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
