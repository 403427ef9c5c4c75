"use client";

import { ActionForm, type ProblemWords } from "@/components/account/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/web/form-state";
import { type MandateChoices, MandateFields, type MandateWords } from "./mandate-fields";

interface GrantFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly accountId: string;
  readonly choices: MandateChoices;
  readonly words: MandateWords & { readonly problems: ProblemWords; readonly submit: string };
}

export function GrantForm({ action, accountId, choices, words }: GrantFormProps) {
  return (
    <ActionForm
      action={action}
      words={words.problems}
      labels={{ role: words.role, locations: words.locations, from: words.from, until: words.until }}
    >
      {(state) => (
        <>
          <input type="hidden" name="accountId" value={accountId} />
          <MandateFields state={state} words={words} choices={choices} />
          <div>
            <SubmitButton look="secondary">{words.submit}</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
