"use server";

import { stepUp, stepUpInput } from "@/lib/identity/commands/step-up.server";
import { safeReturnPath } from "@/lib/identity/return-path";
import { formAction } from "@/lib/web/form-action.server";

export const stepUpAction = formAction(stepUpInput, stepUp, ({ returnTo }) => safeReturnPath(returnTo));
