"use client";

import type { ReactNode } from "react";
import { TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/web/form-state";
import { ActionForm, errorAt, type ProblemWords } from "./action-form";

interface AcceptFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly token: string;
  readonly email: string;
  /** The picture to scan, with its explanation; null: no second step here. */
  readonly factor: ReactNode;
  readonly words: {
    readonly problems: ProblemWords;
    readonly password: string;
    readonly passwordHint: string;
    readonly repeat: string;
    readonly code: string;
    readonly codeHint: string;
    readonly submit: string;
    readonly busy: string;
  };
}

export function AcceptForm({ action, token, email, factor, words }: AcceptFormProps) {
  return (
    <ActionForm
      action={action}
      words={words.problems}
      labels={{ password: words.password, repeatPassword: words.repeat, code: words.code }}
    >
      {(state) => (
        <>
          <input type="hidden" name="token" value={token} />
          <input type="email" autoComplete="username" value={email} readOnly={true} hidden={true} />
          <TextField
            name="password"
            type="password"
            label={words.password}
            hint={words.passwordHint}
            autoComplete="new-password"
            error={errorAt(state, "password")}
          />
          <TextField
            name="repeatPassword"
            type="password"
            label={words.repeat}
            autoComplete="new-password"
            error={errorAt(state, "repeatPassword")}
          />
          {factor === null ? null : (
            <>
              {factor}
              <TextField
                name="code"
                label={words.code}
                hint={words.codeHint}
                autoComplete="one-time-code"
                inputMode="numeric"
                width="short"
                error={errorAt(state, "code")}
              />
            </>
          )}
          <div>
            <SubmitButton pendingText={words.busy}>{words.submit}</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
