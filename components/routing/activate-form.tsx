"use client";

import { ActionForm, fieldOf, type ProblemWords } from "@/components/account/action-form";
import { DateField } from "@/components/ui/date-field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/web/form-state";

interface ActivateFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly draft: { readonly id: string; readonly edition: number };
  readonly words: {
    readonly from: string;
    readonly hint: string;
    readonly optional: string;
    readonly submit: string;
    readonly problems: ProblemWords;
  };
}

/** Puts a draft into force, now or on a day to come. */
export function ActivateForm({ action, draft, words }: ActivateFormProps) {
  return (
    <ActionForm action={action} words={words.problems} labels={{ from: words.from }}>
      {(state) => (
        <>
          <input type="hidden" name="edition" value={draft.edition} />
          <input type="hidden" name="draftId" value={draft.id} />
          <DateField {...fieldOf(state, "from")} label={words.from} hint={words.hint} optional={words.optional} />
          <div>
            <SubmitButton look="main">{words.submit}</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
