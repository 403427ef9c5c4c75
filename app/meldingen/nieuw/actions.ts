"use server";

import type { ReportFormState } from "@/components/reports/form/form-state";
import { readFields } from "@/lib/web/form-fields";
import { takeStep } from "./take-step";

export async function reportFormAction(state: ReportFormState, form: FormData): Promise<ReportFormState> {
  return await takeStep(state, readFields(form), sheetIn(form));
}

/** Whoever calls an action without our page can send it anything. */
function sheetIn(form: FormData): File | undefined {
  const sheet = form instanceof FormData ? form.get("sheet.file") : null;
  return sheet instanceof File ? sheet : undefined;
}
