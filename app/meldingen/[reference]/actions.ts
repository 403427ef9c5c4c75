"use server";

import { z } from "zod";
import { confirmationInput, confirmReport } from "@/lib/reports/commands/confirm-report.server";
import { correctReport } from "@/lib/reports/commands/correct-report.server";
import { urgeInput, urgeOffice } from "@/lib/reports/commands/urge-office.server";
import { withdrawalInput, withdrawReport } from "@/lib/reports/commands/withdraw-report.server";
import { correctionInput } from "@/lib/reports/correction";
import { fromCorrectionForm } from "@/lib/reports/correction-form";
import type { FormValues } from "@/lib/reports/form-values";
import { now } from "@/lib/shared/clock";
import { buttonAction } from "@/lib/web/button-action.server";
import { formAction } from "@/lib/web/form-action.server";
import type { FormState } from "@/lib/web/form-state";

const correctionForm = z.strictObject({ reference: z.string(), version: z.int().min(1), changes: correctionInput });

const correct = formAction(
  z.preprocess((fields: FormValues) => fromCorrectionForm(fields, now().today), correctionForm),
  correctReport,
  ({ reference }) => `/meldingen/${reference}?gedaan=aangepast`,
);

const withdraw = formAction(
  withdrawalInput,
  withdrawReport,
  ({ reference }) => `/meldingen/${reference}?gedaan=ingetrokken`,
);

const urge = formAction(urgeInput, urgeOffice, ({ reference }) => `/meldingen/${reference}?gedaan=gevraagd`);

export async function urgeAction(state: FormState, form: FormData): Promise<FormState> {
  return await urge(state, form);
}

const confirm = buttonAction(confirmationInput, confirmReport, {
  done: ({ reference }) => `/meldingen/${reference}?gedaan=bevestigd`,
  refused: "/meldingen",
});

export async function confirmAction(form: FormData): Promise<void> {
  await confirm(form);
}

export async function correctAction(state: FormState, form: FormData): Promise<FormState> {
  return await correct(state, form);
}

export async function withdrawAction(state: FormState, form: FormData): Promise<FormState> {
  return await withdraw(state, form);
}
