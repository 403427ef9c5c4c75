"use server";

import { handOverWork } from "@/lib/casework/commands/hand-over.server";
import { handOverInput } from "@/lib/casework/hand-over";
import { endLeave, planLeave, setTerms } from "@/lib/routing/commands/plan-officer.server";
import { leaveEndInput, leaveInput, termsForm } from "@/lib/routing/plan-input";
import { formAction } from "@/lib/web/form-action.server";

const personPage = (accountId: string, done: string) => `/routering/mensen/${accountId}?klaar=${done}`;

export const setTermsAction = formAction(termsForm, setTerms, ({ accountId }) => personPage(accountId, "afspraken"));

export const planLeaveAction = formAction(leaveInput, planLeave, ({ accountId }) => personPage(accountId, "verlof"));

export const endLeaveAction = formAction(leaveEndInput, endLeave, ({ accountId }) => personPage(accountId, "terug"));

// Whoever left has no page of his own any more once the last report is gone.
export const handOverAction = formAction(
  handOverInput,
  handOverWork,
  ({ movedCount, receiverCount, staysCount }) =>
    `/routering/mensen?overgedragen=${movedCount}&aan=${receiverCount}&blijven=${staysCount}`,
);
