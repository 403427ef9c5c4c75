"use client";

import { ActionForm, fieldOf, type ProblemWords } from "@/components/account/action-form";
import { SelectField, type SelectOption } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/web/form-state";

interface MoveWorkFormProps {
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

/** All that somebody leaves behind goes to one colleague. */
export function MoveWorkForm({ action, accountId, colleagues, words }: MoveWorkFormProps) {
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
