import "server-only";
import { z } from "zod";
import type { Viewer } from "@/lib/identity/viewer";
import { dayOf } from "@/lib/shared/calendar-date";
import type { Now } from "@/lib/shared/clock";
import { fail, ok } from "@/lib/shared/result";
import { statuses } from "@/lib/timeline/statuses";
import { changeReport } from "../change-report.server";

export const urgeInput = z.strictObject({ reference: z.string(), version: z.coerce.number().int().optional() });

/** The school says that the promised day has passed without a reaction; once for each promise. */
export function urgeOffice(viewer: Viewer, input: z.infer<typeof urgeInput>, now: Now) {
  const { reference, version = null } = input;
  return changeReport(viewer, now, { reference, version, action: "report:urge", move: null }, async (report, tx) => {
    const { status, firstReactionAt, dueAt, nextDueAt, pausedAt } = report;
    const due = firstReactionAt === null ? dueAt : nextDueAt;
    const isOver = due !== null && due < now.at && (pausedAt === null || pausedAt > due);
    if (!(statuses[status].open && isOver)) return fail({ code: "term-runs" });
    const urged = await tx.client.event.count({
      where: { reportId: report.id, kind: "no_reaction", at: { gt: due } },
    });
    if (urged > 0) return fail({ code: "urged-already" });
    return ok({ columns: {}, event: { kind: "no_reaction", status, data: { due: dayOf(due) } } });
  });
}
