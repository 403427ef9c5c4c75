"use client";

import { ActionForm, fieldOf, type ProblemWords } from "@/components/account/action-form";
import { DateField } from "@/components/ui/date-field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/web/form-state";

interface EndMandateFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly mandateId: string;
  readonly words: {
    readonly problems: ProblemWords;
    readonly lastDay: string;
    readonly lastDayHint: string;
    readonly optional: string;
    readonly submit: string;
  };
}

export function EndMandateForm({ action, mandateId, words }: EndMandateFormProps) {
  return (
    <ActionForm action={action} words={words.problems} labels={{ lastDay: words.lastDay }}>
      {(state) => (
        <>
          <input type="hidden" name="mandateId" value={mandateId} />
          <DateField
            {...fieldOf(state, "lastDay")}
            id={`lastDay-${mandateId}`}
            label={words.lastDay}
            hint={words.lastDayHint}
            optional={words.optional}
          />
          <div>
            <SubmitButton look="danger">{words.submit}</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
