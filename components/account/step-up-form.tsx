"use client";

import { TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/web/form-state";
import { ActionForm, errorAt, type ProblemWords } from "./action-form";

interface StepUpFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly words: Readonly<Record<"password" | "code" | "codeHint" | "submit" | "busy", string>>;
  readonly problems: ProblemWords;
  /** This person also has a second factor. */
  readonly hasCode: boolean;
  readonly returnTo: string;
}

export function StepUpForm({ action, words, problems, hasCode, returnTo }: StepUpFormProps) {
  return (
    <ActionForm action={action} words={problems} labels={{ password: words.password, code: words.code }}>
      {(state) => (
        <>
          <input type="hidden" name="returnTo" value={returnTo} />
          <TextField
            name="password"
            type="password"
            label={words.password}
            autoComplete="current-password"
            error={errorAt(state, "password")}
          />
          {hasCode ? (
            <TextField
              name="code"
              label={words.code}
              hint={words.codeHint}
              autoComplete="one-time-code"
              spellCheck={false}
              width="short"
              error={errorAt(state, "code")}
            />
          ) : null}
          <div>
            <SubmitButton pendingText={words.busy}>{words.submit}</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
