"use client";

import { ActionForm, fieldOf, type ProblemWords } from "@/components/account/action-form";
import { SelectField, type SelectOption } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/web/form-state";

interface MoveDraftsFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly accountId: string;
  readonly colleagues: readonly SelectOption[];
  readonly words: {
    readonly problems: ProblemWords;
    readonly to: string;
    readonly prompt: string;
    readonly submit: string;
  };
}

/** All drafts of somebody who leaves go to one colleague. */
export function MoveDraftsForm({ action, accountId, colleagues, words }: MoveDraftsFormProps) {
  return (
    <ActionForm action={action} words={words.problems} labels={{ to: words.to }}>
      {(state) => (
        <>
          <input type="hidden" name="accountId" value={accountId} />
          <SelectField {...fieldOf(state, "to")} label={words.to} prompt={words.prompt} options={colleagues} />
          <div>
            <SubmitButton look="secondary">{words.submit}</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
