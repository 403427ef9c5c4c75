"use server";

import { z } from "zod";
import type { ReportFormState } from "@/components/reports/form/form-state";
import { readFields } from "@/lib/web/form-fields";
import { emptyReportForm } from "./start";
import { takeStep } from "./take-step";

export async function reportFormAction(state: ReportFormState, form: FormData): Promise<ReportFormState> {
  return await takeStep(asState(state), readFields(form), sheetIn(form));
}

/** The browser sends along what it was told before, and may send anything. */
function asState(told: ReportFormState): ReportFormState {
  return z.object({ round: z.int(), found: z.array(z.unknown()).optional() }).safeParse(told).success
    ? told
    : emptyReportForm();
}

/** Whoever calls an action without our page can send it anything. */
function sheetIn(form: FormData): File | undefined {
  const sheet = form instanceof FormData ? form.get("sheet.file") : null;
  return sheet instanceof File ? sheet : undefined;
}
