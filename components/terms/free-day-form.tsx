"use client";

import { ActionForm, fieldOf, type ProblemWords } from "@/components/account/action-form";
import { DateField } from "@/components/ui/date-field";
import { TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/web/form-state";

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
          <DateField {...fieldOf(state, "day")} label={words.day} hint={words.dayHint} />
          <TextField {...fieldOf(state, "name")} label={words.name} hint={words.nameHint} autoComplete="off" />
          <div>
            <SubmitButton look="secondary">{words.submit}</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
