"use client";

import { TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/web/form-state";
import { ActionForm, errorAt, type ProblemWords } from "./action-form";

interface PasswordFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  /** For password managers, which keep the new password under this name. */
  readonly email: string;
  readonly words: {
    readonly problems: ProblemWords;
    readonly currentPassword: string;
    readonly newPassword: string;
    readonly hint: string;
    readonly repeatPassword: string;
    readonly submit: string;
  };
}

export function PasswordForm({ action, email, words }: PasswordFormProps) {
  return (
    <ActionForm
      action={action}
      words={words.problems}
      labels={{
        currentPassword: words.currentPassword,
        newPassword: words.newPassword,
        repeatPassword: words.repeatPassword,
      }}
    >
      {(state) => (
        <>
          <input type="email" autoComplete="username" value={email} readOnly={true} hidden={true} />
          <TextField
            name="currentPassword"
            type="password"
            label={words.currentPassword}
            autoComplete="current-password"
            width="long"
            error={errorAt(state, "currentPassword")}
          />
          <TextField
            name="newPassword"
            type="password"
            label={words.newPassword}
            hint={words.hint}
            autoComplete="new-password"
            width="long"
            error={errorAt(state, "newPassword")}
          />
          <TextField
            name="repeatPassword"
            type="password"
            label={words.repeatPassword}
            autoComplete="new-password"
            width="long"
            error={errorAt(state, "repeatPassword")}
          />
          <div>
            <SubmitButton look="secondary">{words.submit}</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
