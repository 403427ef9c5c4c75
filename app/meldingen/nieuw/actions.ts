"use server";

import type { ReportFormState } from "@/components/reports/form/form-state";
import { readFields } from "@/lib/web/form-fields";
import { takeStep } from "./take-step";

export async function reportFormAction(state: ReportFormState, form: FormData): Promise<ReportFormState> {
  return await takeStep(state, readFields(form));
}
