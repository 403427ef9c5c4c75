"use client";

import { ActionForm, errorAt, type ProblemWords } from "@/components/account/action-form";
import { DateField } from "@/components/ui/date-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { type FormState, filledForm, textOf } from "@/lib/web/form-state";

interface BackFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly report: { readonly reference: string; readonly version: number };
  /** The last school day before today, already filled in, so that one click is enough. */
  readonly lastDay: string;
  readonly words: {
    readonly problems: ProblemWords;
    readonly label: string;
    readonly hint: string;
    readonly button: string;
    readonly busy: string;
  };
}

/** The student is back: only the last day is asked. */
export function BackForm({ action, report, lastDay, words }: BackFormProps) {
  return (
    <ActionForm
      action={action}
      start={filledForm({ lastDay })}
      words={words.problems}
      labels={{ lastDay: words.label }}
    >
      {(state) => (
        <>
          <input type="hidden" name="reference" value={report.reference} />
          <input type="hidden" name="version" value={report.version} />
          <DateField
            name="lastDay"
            label={words.label}
            hint={words.hint}
            defaultValue={textOf(state, "lastDay")}
            error={errorAt(state, "lastDay") ?? errorAt(state, "changes.lastDay")}
          />
          <div>
            <SubmitButton look="secondary" pendingText={words.busy}>
              {words.button}
            </SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
