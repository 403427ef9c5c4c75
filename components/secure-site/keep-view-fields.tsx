"use client";

import { ActionForm, fieldOf, type ProblemWords } from "@/components/account/action-form";
import { ChoiceCard } from "@/components/ui/choice-group";
import { TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/web/form-state";

interface KeepViewFieldsProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly chosen: string;
  readonly chart: string;
  readonly words: {
    readonly problems: ProblemWords;
    readonly name: string;
    readonly nameHint: string;
    readonly shared: string;
    readonly keep: string;
  };
}

export function KeepViewFields({ action, chosen, chart, words }: KeepViewFieldsProps) {
  return (
    <ActionForm action={action} words={words.problems} labels={{ name: words.name }}>
      {(state) => (
        <>
          <input type="hidden" name="chosen" value={chosen} />
          <input type="hidden" name="chart" value={chart} />
          <TextField
            {...fieldOf(state, "name")}
            label={words.name}
            hint={words.nameHint}
            maxLength={80}
            autoComplete="off"
            width="long"
          />
          <ChoiceCard kind="checkbox" name="shared" id="shared" value="yes" label={words.shared} />
          <div>
            <SubmitButton look="secondary">{words.keep}</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
