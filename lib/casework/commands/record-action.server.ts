import "server-only";
import type { z } from "zod";
import type { Viewer } from "@/lib/identity/viewer";
import { changeReport } from "@/lib/reports/change-report.server";
import type { Now } from "@/lib/shared/clock";
import { fail, ok } from "@/lib/shared/result";
import { reactionColumns } from "../first-reaction";
import type { recordActionInput } from "../inputs";
import { isConfidential } from "../interventions";
import { noteOf } from "../note-of";

/**
 * An officer notes what was done. Of acts of other bodies only the fact and the date are kept (settled 11), so
 * words for the school are refused there.
 */
export function recordAction(viewer: Viewer, input: z.infer<typeof recordActionInput>, now: Now) {
  const { reference, version = null } = input;
  return changeReport(viewer, now, { reference, version, action: "report:record", move: null }, (report) => {
    const on = input.on ?? now.today;
    if (on > now.today) return fail({ code: "day-in-future", field: "on" });
    if (report.status === "closed" || report.status === "withdrawn") {
      return fail({ code: "move-not-possible", facts: { status: report.status } });
    }
    if (isConfidential(input.intervention) && (input.words ?? input.note) !== undefined) {
      return fail({ code: "only-the-fact", field: input.words === undefined ? "note" : "words" });
    }
    return ok({
      columns: reactionColumns(report, now),
      event: {
        kind: "acted",
        status: report.status,
        data: { intervention: input.intervention, on, words: input.words ?? null },
        ...noteOf(input),
      },
    });
  });
}
