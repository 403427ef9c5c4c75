"use client";

import { TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/web/form-state";
import { ActionForm, errorAt, type ProblemWords } from "./action-form";

interface CodeFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly words: {
    readonly problems: ProblemWords;
    readonly code: string;
    readonly hint: string;
    readonly submit: string;
    readonly busy: string;
  };
  readonly returnTo: string;
}

/** The second step. A telephone offers the code by itself where it can. */
export function CodeForm({ action, words, returnTo }: CodeFormProps) {
  return (
    <ActionForm action={action} words={words.problems} labels={{ code: words.code }}>
      {(state) => (
        <>
          <input type="hidden" name="returnTo" value={returnTo} />
          <TextField
            name="code"
            label={words.code}
            hint={words.hint}
            autoComplete="one-time-code"
            spellCheck={false}
            width="short"
            error={errorAt(state, "code")}
          />
          <div>
            <SubmitButton pendingText={words.busy}>{words.submit}</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
