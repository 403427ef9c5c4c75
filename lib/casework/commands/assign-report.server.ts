import "server-only";
import type { z } from "zod";
import type { Viewer } from "@/lib/identity/viewer";
import { changeReport } from "@/lib/reports/change-report.server";
import type { Now } from "@/lib/shared/clock";
import { findHandler } from "../handlers.server";
import type { assignInput } from "../inputs";
import { planAssigning } from "../plans.server";

/** Gives a report that is not closed to an officer of the own office, or back to the shared inbox. */
export function assignReport(viewer: Viewer, input: z.infer<typeof assignInput>, now: Now) {
  const { reference, version = null, officerId } = input;
  return changeReport(viewer, now, { reference, version, action: "report:assign", move: null }, async (report, tx) => {
    const officer = officerId === undefined ? null : await findHandler(tx.client, report, officerId, now);
    return planAssigning(report, { officerId, officer });
  });
}
