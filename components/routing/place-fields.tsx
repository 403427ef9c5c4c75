"use client";

import { ActionForm, errorAt, fieldOf, type ProblemWords } from "@/components/account/action-form";
import { type Choice, ChoiceGroup } from "@/components/ui/choice-group";
import { TextAreaField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { type FormState, textsOf } from "@/lib/web/form-state";

interface PlaceFieldsProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly report: { readonly reference: string; readonly version: number };
  readonly choices: readonly Choice[];
  readonly words: {
    readonly problems: ProblemWords;
    readonly office: string;
    readonly reason: string;
    readonly reasonHint: string;
    readonly submit: string;
    readonly busy: string;
  };
}

export function PlaceFields({ action, report, choices, words }: PlaceFieldsProps) {
  const only = choices.length === 1 ? choices.map(({ value }) => value) : [];
  return (
    <ActionForm action={action} words={words.problems}>
      {(state) => (
        <>
          <input type="hidden" name="reference" value={report.reference} />
          <input type="hidden" name="version" value={report.version} />
          <ChoiceGroup
            kind="radio"
            name="officeCode"
            label={words.office}
            choices={choices}
            chosen={textsOf(state, "officeCode").length > 0 ? textsOf(state, "officeCode") : only}
            error={errorAt(state, "officeCode")}
          />
          <TextAreaField
            {...fieldOf(state, "reason")}
            label={words.reason}
            hint={words.reasonHint}
            rows={3}
            maxLength={500}
          />
          <div>
            <SubmitButton pendingText={words.busy}>{words.submit}</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
