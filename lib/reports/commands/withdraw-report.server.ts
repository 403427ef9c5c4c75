import "server-only";
import { z } from "zod";
import type { Viewer } from "@/lib/identity/viewer";
import type { Now } from "@/lib/shared/clock";
import { ok } from "@/lib/shared/result";
import { requiredWords } from "@/lib/shared/words";
import { changeReport } from "../change-report.server";
import { endPauses } from "../clock-pauses.server";

export const withdrawalInput = z.strictObject({
  reference: z.string(),
  version: z.coerce.number().int().optional(),
  reason: requiredWords(500),
});

/** The school takes a report back, with a reason; that is final. */
export function withdrawReport(viewer: Viewer, input: z.infer<typeof withdrawalInput>, now: Now) {
  const status = "withdrawn";
  return changeReport(
    viewer,
    now,
    {
      reference: input.reference,
      version: input.version ?? null,
      action: "report:withdraw",
      move: { side: "school", to: status },
    },
    async (report, tx) =>
      ok({
        columns: { ...(await endPauses(tx, report)), status, nextDueAt: null, closedAt: now.at },
        event: { kind: "withdrawn", status, data: { reason: input.reason } },
      }),
  );
}
