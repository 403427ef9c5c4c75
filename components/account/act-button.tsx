"use client";

import { ActionForm, type ProblemWords } from "@/components/account/action-form";
import type { ButtonLook } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/web/form-state";

interface ActButtonProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly fields: Readonly<Record<string, string>>;
  readonly look: ButtonLook;
  readonly label: string;
  /** What it is called where there are several like it: with the thing that it acts on. */
  readonly spoken?: string;
  readonly problems: ProblemWords;
}

/** One act about which everything is known already, with room for why it cannot be done. */
export function ActButton({ action, fields, look, label, spoken, problems }: ActButtonProps) {
  return (
    <ActionForm action={action} words={problems}>
      {() => (
        <>
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <div>
            <SubmitButton look={look} aria-label={spoken}>
              {label}
            </SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
