"use client";

import { ActionForm, fieldOf, type ProblemWords } from "@/components/account/action-form";
import { ChoiceCard } from "@/components/ui/choice-group";
import { TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/web/form-state";

interface KeepViewFieldsProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  /** What is kept under the name, and is not asked. */
  readonly given: Readonly<Record<string, string>>;
  readonly words: {
    readonly problems: ProblemWords;
    readonly name: string;
    readonly nameHint: string;
    /** Absent: it is for oneself only. */
    readonly shared?: string;
    readonly keep: string;
  };
}

export function KeepViewFields({ action, given, words }: KeepViewFieldsProps) {
  return (
    <ActionForm action={action} words={words.problems} labels={{ name: words.name }}>
      {(state) => (
        <>
          {Object.entries(given).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <TextField
            {...fieldOf(state, "name")}
            label={words.name}
            hint={words.nameHint}
            maxLength={80}
            autoComplete="off"
            width="long"
          />
          {words.shared === undefined ? null : (
            <ChoiceCard kind="checkbox" name="shared" id="shared" value="yes" label={words.shared} />
          )}
          <div>
            <SubmitButton look="secondary">{words.keep}</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
