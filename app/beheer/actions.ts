"use server";

import {
  disableAccount,
  endMandate,
  grantMandate,
  invitePerson,
  startRecovery,
} from "@/lib/identity/commands/people.server";
import { invitationForm, mandateForm } from "@/lib/identity/people-form";
import { accountChoice, mandateEndInput } from "@/lib/identity/people-input";
import { moveWork, workMove } from "@/lib/reports/commands/move-work.server";
import { formAction } from "@/lib/web/form-action.server";

const personPage = (accountId: string, done: string) => `/beheer/mensen/${accountId}?klaar=${done}`;

export const inviteAction = formAction(invitationForm, invitePerson, ({ accountId, invitationId }) =>
  personPage(accountId, invitationId === null ? "functie" : "uitgenodigd"),
);

export const grantAction = formAction(mandateForm, grantMandate, ({ accountId }) => personPage(accountId, "functie"));

export const endMandateAction = formAction(mandateEndInput, endMandate, ({ accountId, isStillKnown }) =>
  isStillKnown ? personPage(accountId, "beeindigd") : "/beheer",
);

export const moveWorkAction = formAction(workMove, moveWork, ({ accountId }) => personPage(accountId, "concepten"));

export const recoverAction = formAction(accountChoice, startRecovery, ({ accountId }) =>
  personPage(accountId, "uitgenodigd"),
);

export const disableAction = formAction(accountChoice, disableAccount, ({ accountId }) =>
  personPage(accountId, "gesloten"),
);
