import "server-only";
import type { z } from "zod";
import type { Viewer } from "@/lib/identity/viewer";
import { changeReport } from "@/lib/reports/change-report.server";
import type { Now } from "@/lib/shared/clock";
import type { closeInput } from "../inputs";
import { planClosing } from "../plans.server";

/** The office closes a report with one of the seven legal reasons and one of the three notes. */
export function closeReport(viewer: Viewer, input: z.infer<typeof closeInput>, now: Now) {
  const move = { side: "office", to: "closed" } as const;
  const { reference, version = null } = input;
  return changeReport(viewer, now, { reference, version, action: "report:close", move }, (report, tx) =>
    planClosing(report, tx, input),
  );
}
