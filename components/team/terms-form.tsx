"use client";

import { ActionForm, choiceOf, fieldOf, type ProblemWords } from "@/components/account/action-form";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { DateField } from "@/components/ui/date-field";
import { TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { type FieldValues, type FormState, filledForm } from "@/lib/web/form-state";

interface TermsFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly accountId: string;
  readonly start: FieldValues;
  readonly weekdays: readonly { readonly value: string; readonly label: string }[];
  readonly words: {
    readonly problems: ProblemWords;
    readonly workDays: string;
    readonly workDaysHint: string;
    readonly caseCap: string;
    readonly caseCapHint: string;
    readonly noNewFrom: string;
    readonly noNewFromHint: string;
    readonly optional: string;
    readonly submit: string;
  };
}

export function TermsForm({ action, accountId, start, weekdays, words }: TermsFormProps) {
  const { problems, workDays, caseCap, noNewFrom, optional } = words;
  return (
    <ActionForm action={action} start={filledForm(start)} words={problems} labels={{ workDays, caseCap, noNewFrom }}>
      {(state) => (
        <>
          <input type="hidden" name="accountId" value={accountId} />
          <ChoiceGroup
            kind="checkbox"
            {...choiceOf(state, "workDays")}
            label={workDays}
            hint={words.workDaysHint}
            choices={weekdays}
            columns={2}
          />
          <TextField
            {...fieldOf(state, "caseCap")}
            label={caseCap}
            hint={words.caseCapHint}
            optional={optional}
            inputMode="numeric"
            width="tiny"
            autoComplete="off"
          />
          <DateField
            {...fieldOf(state, "noNewFrom")}
            label={noNewFrom}
            hint={words.noNewFromHint}
            optional={optional}
          />
          <div>
            <SubmitButton look="secondary">{words.submit}</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
