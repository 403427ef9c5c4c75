import "server-only";
import type { z } from "zod";
import type { Viewer } from "@/lib/identity/viewer";
import { changeReport } from "@/lib/reports/change-report.server";
import type { Now } from "@/lib/shared/clock";
import { fail, ok } from "@/lib/shared/result";
import { reacted } from "../clock.server";
import type { takeUpInput } from "../inputs";

/** An officer takes a report up and becomes its handler. */
export function takeUp(viewer: Viewer, input: z.infer<typeof takeUpInput>, now: Now) {
  const status = "in_progress";
  const move = { side: "office", to: status } as const;
  const { reference, version = null } = input;
  return changeReport(viewer, now, { reference, version, action: "report:take", move }, async (report, tx) => {
    // What is closed is reopened, with a reason (settled, table of statuses).
    if (report.status === "closed") return fail({ code: "move-not-possible", facts: { status: report.status } });
    return ok({
      columns: {
        status,
        closedAt: null,
        ...(await reacted(tx, report)),
        ...(viewer.kind === "office" ? { officerId: viewer.accountId } : {}),
      },
      event: { kind: "taken_up", status, data: {} },
    });
  });
}
