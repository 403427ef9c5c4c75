"use client";

import { ActionForm, fieldOf, type ProblemWords } from "@/components/account/action-form";
import { TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import type { FormState } from "@/lib/web/form-state";
import { type MandateChoices, MandateFields, type MandateWords } from "./mandate-fields";

interface InviteFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly choices: MandateChoices;
  readonly words: MandateWords & {
    readonly problems: ProblemWords;
    readonly name: string;
    readonly email: string;
    readonly emailHint: string;
    readonly toPerson: string;
    readonly submit: string;
    readonly busy: string;
  };
}

export function InviteForm({ action, choices, words }: InviteFormProps) {
  return (
    <ActionForm
      action={action}
      words={words.problems}
      labels={{
        name: words.name,
        email: words.email,
        role: words.role,
        locations: words.locations,
        from: words.from,
        until: words.until,
      }}
    >
      {(state) => (
        <>
          <TextField {...fieldOf(state, "name")} label={words.name} autoComplete="off" maxLength={120} width="long" />
          <TextField
            {...fieldOf(state, "email")}
            type="email"
            label={words.email}
            hint={words.emailHint}
            autoComplete="off"
            maxLength={254}
            width="long"
          />
          <HeldBy state={state} label={words.toPerson} />
          <MandateFields state={state} words={words} choices={choices} />
          <div>
            <SubmitButton pendingText={words.busy}>{words.submit}</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}

/** Who has the function already is changed on the own page. */
function HeldBy({ state, label }: { readonly state: FormState; readonly label: string }) {
  const accountId = state.problems.find(({ code }) => code === "mandate-held")?.facts?.["accountId"];
  if (accountId === undefined) return null;
  return (
    <p>
      <TextLink href={`/beheer/mensen/${accountId}`}>{label}</TextLink>
    </p>
  );
}
