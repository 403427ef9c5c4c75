"use client";

import type { ToggleEvent } from "react";
import { ActionForm, fieldOf, type ProblemWords } from "@/components/account/action-form";
import { Details } from "@/components/ui/details";
import { SelectField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Messages } from "@/lib/i18n/messages";
import type { FormState } from "@/lib/web/form-state";

type Words = Messages["following"]["bringIn"];

interface BringInFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly reference: string;
  readonly words: Words;
  readonly problems: ProblemWords;
}

/** Who could look along is asked when this is opened, so that no page waits for it; without script a button asks. */
export function BringInForm({ action, reference, words, problems }: BringInFormProps) {
  return (
    <ActionForm action={action} words={problems}>
      {(state) => (
        <>
          <input type="hidden" name="reference" value={reference} />
          <Details
            summary={words.summary}
            isOpen={state.found !== undefined || state.problems.length > 0}
            onToggle={askOnce}
          >
            <p className="text-sm text-ink-soft">{words.lead}</p>
            <Choice state={state} words={words} />
          </Details>
        </>
      )}
    </ActionForm>
  );
}

/** The button that asks is there until there is an answer. */
function askOnce({ currentTarget }: ToggleEvent<HTMLDetailsElement>) {
  if (currentTarget.open) currentTarget.querySelector<HTMLButtonElement>("button[name=search]")?.click();
}

function Choice({ state, words }: { readonly state: FormState; readonly words: Words }) {
  const found = state.found?.["colleagueId"];
  if (found === undefined) {
    return (
      <div>
        <SubmitButton look="secondary" name="search" value="1" pendingText={words.listing}>
          {words.list}
        </SubmitButton>
      </div>
    );
  }
  if (found.length === 0)
    return (
      <p role="status" className="text-sm">
        {words.nobody}
      </p>
    );
  return (
    <>
      <SelectField
        {...fieldOf(state, "colleagueId")}
        label={words.label}
        options={found}
        prompt={words.choose}
        width="full"
      />
      <div>
        <SubmitButton look="secondary" pendingText={words.busy}>
          {words.button}
        </SubmitButton>
      </div>
    </>
  );
}
