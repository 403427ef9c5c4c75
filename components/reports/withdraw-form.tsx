"use client";

import { ActionForm, fieldOf, type ProblemWords } from "@/components/account/action-form";
import { ButtonLink } from "@/components/ui/button";
import { CountedTextArea } from "@/components/ui/counted-text-area";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/web/form-state";
import { KeptForm, type KeptFormProps } from "./drafts/kept-form";

interface WithdrawFormProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly report: { readonly reference: string; readonly version: number };
  readonly start: FormState;
  readonly kept: KeptFormProps;
  readonly words: {
    readonly problems: ProblemWords;
    readonly reason: string;
    readonly reasonHint: string;
    readonly left: string;
    readonly over: string;
    readonly button: string;
    readonly busy: string;
    readonly keep: string;
  };
}

export function WithdrawForm({ action, report, start, kept, words }: WithdrawFormProps) {
  return (
    <ActionForm action={action} start={start} words={words.problems} labels={{ reason: words.reason }}>
      {(state) => (
        <>
          <input type="hidden" name="reference" value={report.reference} />
          <input type="hidden" name="version" value={report.version} />
          <CountedTextArea
            {...fieldOf(state, "reason")}
            label={words.reason}
            hint={words.reasonHint}
            limit={500}
            leftText={words.left}
            overText={words.over}
            rows={3}
          />
          <div className="flex flex-wrap items-center gap-3">
            <SubmitButton look="danger" pendingText={words.busy}>
              {words.button}
            </SubmitButton>
            <ButtonLink look="plain" href={`/meldingen/${report.reference}`}>
              {words.keep}
            </ButtonLink>
          </div>
          <KeptForm {...kept} answer={state} />
        </>
      )}
    </ActionForm>
  );
}
