"use client";

import { ActionForm, fieldOf, type ProblemWords } from "@/components/account/action-form";
import { TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/web/form-state";
import { type MandateChoices, MandateFields, type MandateWords } from "./mandate-fields";

interface InviteFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly choices: MandateChoices;
  readonly words: MandateWords & {
    readonly problems: ProblemWords;
    readonly name: string;
    readonly email: string;
    readonly emailHint: string;
    readonly submit: string;
    readonly busy: string;
  };
}

export function InviteForm({ action, choices, words }: InviteFormProps) {
  return (
    <ActionForm
      action={action}
      words={words.problems}
      labels={{
        name: words.name,
        email: words.email,
        role: words.role,
        locations: words.locations,
        from: words.from,
        until: words.until,
      }}
    >
      {(state) => (
        <>
          <TextField {...fieldOf(state, "name")} label={words.name} autoComplete="off" maxLength={120} width="long" />
          <TextField
            {...fieldOf(state, "email")}
            type="email"
            label={words.email}
            hint={words.emailHint}
            autoComplete="off"
            maxLength={254}
            width="long"
          />
          <MandateFields state={state} words={words} choices={choices} />
          <div>
            <SubmitButton pendingText={words.busy}>{words.submit}</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
