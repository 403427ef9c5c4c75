import "server-only";
import type { z } from "zod";
import type { Viewer } from "@/lib/identity/viewer";
import { changeReport } from "@/lib/reports/change-report.server";
import type { Now } from "@/lib/shared/clock";
import { fail, ok } from "@/lib/shared/result";
import { findHandler } from "../handlers.server";
import type { assignInput } from "../inputs";

/** Gives a report to an officer of the own office, or back to the shared inbox. */
export function assignReport(viewer: Viewer, input: z.infer<typeof assignInput>, now: Now) {
  const { reference, version = null, officerId } = input;
  return changeReport(viewer, now, { reference, version, action: "report:assign", move: null }, async (report, tx) => {
    const officer = officerId === undefined ? null : await findHandler(tx.client, report, officerId, now);
    if (officerId !== undefined && officer === null) return fail({ code: "officer-unknown", field: "officerId" });
    return ok({
      columns: { officerId: officer?.id ?? null },
      event: { kind: "assigned", status: report.status, data: { officer: officer?.name ?? null } },
    });
  });
}
