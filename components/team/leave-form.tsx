"use client";

import { ActionForm, fieldOf, type ProblemWords } from "@/components/account/action-form";
import { DateField } from "@/components/ui/date-field";
import { SelectField, type SelectOption } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { type FieldValues, type FormState, filledForm } from "@/lib/web/form-state";

interface LeaveFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly accountId: string;
  /** Null: a new leave. */
  readonly leaveId: string | null;
  readonly start: FieldValues;
  readonly colleagues: readonly SelectOption[];
  readonly words: {
    readonly problems: ProblemWords;
    readonly first: string;
    readonly firstHint: string;
    readonly last: string;
    readonly lastHint: string;
    readonly deputy: string;
    readonly nobody: string;
    readonly optional: string;
    readonly submit: string;
  };
}

export function LeaveForm({ action, accountId, leaveId, start, colleagues, words }: LeaveFormProps) {
  const labels = { firstDay: words.first, lastDay: words.last, deputyId: words.deputy };
  return (
    <ActionForm action={action} start={filledForm(start)} words={words.problems} labels={labels}>
      {(state) => (
        <>
          <input type="hidden" name="accountId" value={accountId} />
          {leaveId === null ? null : <input type="hidden" name="leaveId" value={leaveId} />}
          <DateField {...fieldOf(state, "firstDay")} label={words.first} hint={words.firstHint} />
          <DateField
            {...fieldOf(state, "lastDay")}
            label={words.last}
            hint={words.lastHint}
            optional={words.optional}
          />
          <SelectField
            {...fieldOf(state, "deputyId")}
            label={words.deputy}
            optional={words.optional}
            prompt={words.nobody}
            options={colleagues}
          />
          <div>
            <SubmitButton look="secondary">{words.submit}</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
