import "server-only";
import type { z } from "zod";
import type { Viewer } from "@/lib/identity/viewer";
import { changeReport } from "@/lib/reports/change-report.server";
import type { Now } from "@/lib/shared/clock";
import { ok } from "@/lib/shared/result";
import { clockStartedAgain } from "../clock.server";
import type { reopenInput } from "../inputs";

/** The office takes a closed report up again, with a reason; the clock of the next reaction starts (settled 36). */
export function reopenReport(viewer: Viewer, input: z.infer<typeof reopenInput>, now: Now) {
  const status = "in_progress";
  const move = { side: "office", to: status } as const;
  const { reference, version = null, reason } = input;
  return changeReport(viewer, now, { reference, version, action: "report:reopen", move }, async (report, tx) =>
    ok({
      columns: {
        status,
        closeReason: null,
        closeNote: null,
        closedAt: null,
        ...(await clockStartedAgain(tx, report)),
      },
      event: { kind: "reopened", status, data: { reason } },
    }),
  );
}
