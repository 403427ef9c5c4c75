import "server-only";
import type { z } from "zod";
import type { Viewer } from "@/lib/identity/viewer";
import { changeReport } from "@/lib/reports/change-report.server";
import type { Now } from "@/lib/shared/clock";
import { ok } from "@/lib/shared/result";
import { clockStopped } from "../clock.server";
import type { closeInput } from "../inputs";
import { noteOf } from "../note-of";

/** The office closes a report with one of the seven legal reasons and one of the three notes. */
export function closeReport(viewer: Viewer, input: z.infer<typeof closeInput>, now: Now) {
  const status = "closed";
  const move = { side: "office", to: status } as const;
  const { reference, version = null, closeReason, closeNote } = input;
  return changeReport(viewer, now, { reference, version, action: "report:close", move }, async (report, tx) =>
    ok({
      columns: { status, closeReason, closeNote, closedAt: now.at, ...(await clockStopped(tx, report)) },
      event: {
        kind: "closed",
        status,
        data: { closeReason, closeNote, words: input.words ?? null },
        ...noteOf(input),
      },
    }),
  );
}
