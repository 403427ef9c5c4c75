import "server-only";
import type { z } from "zod";
import type { Viewer } from "@/lib/identity/viewer";
import { changeReport } from "@/lib/reports/change-report.server";
import type { Now } from "@/lib/shared/clock";
import type { takeUpInput } from "../inputs";
import { planTakingUp } from "../plans.server";

/** An officer takes a report up and becomes its handler. */
export function takeUp(viewer: Viewer, input: z.infer<typeof takeUpInput>, now: Now) {
  const move = { side: "office", to: "in_progress" } as const;
  const { reference, version = null } = input;
  return changeReport(viewer, now, { reference, version, action: "report:take", move }, planTakingUp);
}
