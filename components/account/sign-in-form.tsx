"use client";

import { ChoiceCard } from "@/components/ui/choice-group";
import { TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { type FormState, textOf } from "@/lib/web/form-state";
import { ActionForm, errorAt, fieldOf, type ProblemWords } from "./action-form";

interface SignInWords {
  readonly problems: ProblemWords;
  readonly email: string;
  readonly password: string;
  readonly shared: string;
  readonly sharedHint: string;
  readonly submit: string;
  readonly busy: string;
}

interface SignInFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly words: SignInWords;
  /** Where to go afterwards. */
  readonly returnTo: string;
}

export function SignInForm({ action, words, returnTo }: SignInFormProps) {
  return (
    <ActionForm action={action} words={words.problems} labels={{ email: words.email, password: words.password }}>
      {(state) => (
        <>
          <input type="hidden" name="returnTo" value={returnTo} />
          <TextField
            {...fieldOf(state, "email")}
            type="email"
            label={words.email}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
          />
          <TextField
            name="password"
            type="password"
            label={words.password}
            autoComplete="current-password"
            error={errorAt(state, "password")}
          />
          <ChoiceCard
            kind="checkbox"
            name="shared"
            id="shared"
            value="yes"
            label={words.shared}
            hint={words.sharedHint}
            isChosen={textOf(state, "shared") === "yes"}
          />
          <div>
            <SubmitButton pendingText={words.busy}>{words.submit}</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
