"use client";

import { ActionForm, type ProblemWords } from "@/components/account/action-form";
import type { ButtonLook } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/web/form-state";

interface AccountButtonProps {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly accountId: string;
  readonly look: ButtonLook;
  readonly label: string;
  readonly problems: ProblemWords;
}

/** One act on an account, with room for why it cannot be done. */
export function AccountButton({ action, accountId, look, label, problems }: AccountButtonProps) {
  return (
    <ActionForm action={action} words={problems}>
      {() => (
        <>
          <input type="hidden" name="accountId" value={accountId} />
          <div>
            <SubmitButton look={look}>{label}</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
